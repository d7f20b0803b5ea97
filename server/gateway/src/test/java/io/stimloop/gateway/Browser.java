package io.stimloop.gateway;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, as Debian has it, and a person before it. Nothing is downloaded. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path PICTURES = Path.of("target", "page");
    private static final String FOLDER = "/usr/bin/";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where there is no Chromium. */
    public static Browser open() {
        Provided.require("chromium", Provided.onPath("chromium") && Provided.onPath("chromedriver"),
                "install the Debian packages chromium and chromium-driver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(FOLDER + "chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--enable-precise-memory-info", "--window-size=1280,720");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(FOLDER + "chromedriver")).usingAnyFreePort().build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.size(1280, 720);
        return browser;
    }

    void size(int width, int height) {
        var _ = driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Runs a script in every page before its own. */
    void prepare(String script) {
        var _ = driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    Browser go(String url) {
        driver.get("about:blank");
        driver.get(url);
        return this;
    }

    void reload() {
        driver.navigate().refresh();
    }

    /** Another page beside this one; the handle of the first. */
    String another(String url) {
        String first = driver.getWindowHandle();
        var _ = driver.switchTo().newWindow(WindowType.TAB);
        driver.get(url);
        return first;
    }

    void closeAndReturnTo(String handle) {
        driver.close();
        var _ = driver.switchTo().window(handle);
    }

    /** Waits until something is so; what the page shows is told where it does not become so. */
    public void await(String what, BooleanSupplier condition) {
        var _ = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)).ignoring(WebDriverException.class)
                .withMessage(() -> what + "; the page says: " + shown("body"))
                .until(ignored -> condition.getAsBoolean());
    }

    /** Waits until an element shows this text somewhere. */
    public void awaitText(String selector, String part) {
        await(selector + " to show " + part, () -> shown(selector).contains(part));
    }

    /** What a person reads there. */
    public String shown(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** Whether a person can see it. */
    public boolean visible(String selector) {
        return driver.findElement(By.cssSelector(selector)).isDisplayed();
    }

    /** How many such elements there are. */
    public int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Presses it, as soon as that is possible. */
    public void click(String selector) {
        await("can press " + selector, () -> {
            driver.findElement(By.cssSelector(selector)).click();
            return true;
        });
    }

    void type(String selector, String text) {
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** Holds a key until something is so. */
    void hold(Keys key, String what, BooleanSupplier condition) {
        new Actions(driver).keyDown(key).perform();
        await(what, condition);
        new Actions(driver).keyUp(key).perform();
    }

    @Nullable
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What has the focus, as a selector by its id or class. */
    String focus() {
        return String.valueOf(
                run("const at = document.activeElement; return at.id || at.className || at.tagName"));
    }

    /** The rows that a plot would save as CSV. */
    @SuppressWarnings("unchecked")
    List<List<Object>> table(String plot) {
        return (List<List<Object>>) requireNonNull(run(
                "return document.querySelector('[data-plot=' + arguments[0] + ']').panel.plot.table().rows",
                plot));
    }

    double[] column(String plot, int index) {
        return table(plot).stream()
                .mapToDouble(row -> row.get(index) instanceof Number n ? n.doubleValue() : Double.NaN)
                .toArray();
    }

    /** Bytes of the page's own heap, after it was tidied up. */
    long heap() {
        var _ = driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        Object used = driver.executeCdpCommand("Runtime.getHeapUsage", Map.of()).get("usedSize");
        return ((Number) requireNonNull(used)).longValue();
    }

    /** Complaints in the console since the last look. Answers of the server that are refusals are none. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource") && !message.contains("net::"))
                .toList();
    }

    /** What is saved goes into this folder. */
    void saveInto(Path folder) {
        var _ = driver.executeCdpCommand("Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
    }

    /** Opens a page as soon as there is one. */
    public void awaitPage(String url) {
        await("a page at " + url, () -> {
            driver.get(url);
            return count("#strip") == 1;
        });
    }

    /** Keeps what is to be seen now, beside what else the build made. */
    void picture(String name) {
        picture(PICTURES, name);
    }

    /** Keeps what is to be seen now. */
    public void picture(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
