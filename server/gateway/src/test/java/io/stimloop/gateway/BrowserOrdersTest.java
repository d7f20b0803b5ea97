package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.ArmingState;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Heartbeat;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Ready;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Role;
import io.stimloop.v1.Safe;
import io.stimloop.v1.State;
import io.stimloop.v1.Welcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What an operator does on the page, in a real browser, to an experiment that drives a laser. */
class BrowserOrdersTest {
    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start();
        var _ = server.create("light", Specs.light());
        var _ = browser.complaints();
    }

    @AfterEach
    void stop() {
        List<String> complaints = browser.complaints();
        server.close();
        assertThat(complaints).as("complaints in the console").isEmpty();
    }

    private void look() {
        browser.go(server.page() + "#/light/science").awaitText("#name", "light");
    }

    private RawRig laser() {
        RawRig rig = server.rig();
        rig.send(
                RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId("light").setRigId("laser")
                        .addRoles(Role.RECORDER).addRoles(Role.STIMULATOR)).build());
        Welcome welcome = rig.awaitWelcome();
        rig.send(RigMessage.newBuilder().setHeartbeat(Heartbeat.newBuilder().setSequence(1)).build());
        rig.send(RigMessage.newBuilder()
                .setReady(Ready.newBuilder().setLimitsSha256(welcome.getLimitsSha256()).setHealthy(true))
                .build());
        return rig;
    }

    /** Arms on the page; the laser has its first command then. */
    private RawRig armed() {
        RawRig rig = laser();
        look();
        browser.awaitText("#state", "READY");
        browser.click("#arm");
        browser.type("#operator", "ada");
        browser.click("#arming-yes");
        browser.awaitText("#state", "ARMED");
        var _ = rig.awaitPresent();
        return rig;
    }

    private static void requireStopped(RawRig rig) {
        Halt halt = rig.awaitHalt();
        assertThat(halt.getReason()).isEqualTo(HaltReason.EMERGENCY_STOP);
        rig.send(RigMessage.newBuilder().setSafe(Safe.newBuilder().setDetail("shutter closed")).build());
        rig.awaitEnd();
        browser.awaitText("#notice-text", "laser is safe after");
        browser.awaitText("#state", "HALTED");
    }

    @Test
    void armingAsksAndNamesAnimalRigAndLimits() {
        RawRig rig = laser();
        look();
        browser.awaitText("#state", "READY");

        browser.click("#arm");

        String question = browser.shown("#arming");
        assertThat(question).contains("Animal", "laser", "version 1 by Stimloop",
                server.experiment("light").getArming().getLimitsSha256().substring(0, 12));
        assertThat(server.experiment("light").getArming().getState()).isEqualTo(ArmingState.READY);
        browser.picture("arming-dark");
        browser.click("#arming-no");
        assertThat(browser.visible("#arming")).isFalse();
        assertThat(rig.unread()).isEmpty();
    }

    @Test
    void theButtonStopsTheLaserAndSaysThatItIsSafe() {
        RawRig rig = armed();

        browser.click("#stop");

        requireStopped(rig);
        assertThat(server.experiment("light").getState()).isEqualTo(State.HALTED);
        browser.picture("halted-dark");
    }

    @Test
    void theStopCanBePressedWhileArmingIsAsked() {
        RawRig rig = laser();
        look();
        browser.awaitText("#state", "READY");
        browser.click("#arm");

        browser.click("#stop");

        requireStopped(rig);
    }

    @Test
    void theKeyStopsTheLaserOnlyWhenItIsHeld() {
        RawRig rig = armed();
        browser.press(Keys.ESCAPE);
        assertThat(server.experiment("light").getState()).isEqualTo(State.RUNNING);

        browser.hold(Keys.ESCAPE, "a stop", () -> browser.shown("#notice-text").contains("Stopping"));

        requireStopped(rig);
    }

    @Test
    void twoOperatorsWhoArmAtOnceAreBothToldTheTruth() {
        RawRig rig = laser();
        look();
        browser.awaitText("#state", "READY");
        browser.click("#arm");
        browser.type("#operator", "ada");
        String ada = browser.another(server.page() + "#/light/science");
        browser.awaitText("#state", "READY");
        browser.click("#arm");
        browser.type("#operator", "bob");
        browser.click("#arming-yes");
        browser.awaitText("#state-detail", "by bob");
        browser.closeAndReturnTo(ada);

        browser.click("#arming-yes");

        browser.await("an answer",
                () -> !browser.visible("#arming") || !browser.shown("#arming-fault").isEmpty());
        assertThat(server.experiment("light").getArming().getState()).isEqualTo(ArmingState.ARMED);
        var _ = rig.awaitPresent();
    }

    @Test
    void aPageWithAWrongTokenGivesNoOrder() {
        armed();
        Object answer = browser
                .run("""
                        return fetch('/api/stop', {method: 'POST', body: '{}', headers: {'X-Stimloop-Token': 'stimloop-wrong'}})
                            .then((answer) => answer.json().then((body) => answer.status + ' ' + body.error))""");

        assertThat(answer).asString().startsWith("403 the token of the page is not known here");
        assertThat(server.experiment("light").getState()).isEqualTo(State.RUNNING);
    }

    @Test
    void thePageAsksForANewTokenWhereItsOwnIsNotKnownAnyMore() {
        RawRig rig = armed();
        var token = browser.run("""
                const fetched = window.fetch;
                let spoilt = 0;
                window.fetch = (path, options) => {
                  if (options?.method === 'POST' && spoilt++ === 0) {
                    options.headers['X-Stimloop-Token'] = 'stimloop-of-an-earlier-server';
                  }
                  return fetched(path, options);
                };
                return 'spoilt'""");
        assertThat(token).isEqualTo("spoilt");

        browser.click("#stop");

        requireStopped(rig);
    }
}
