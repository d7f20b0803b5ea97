package io.stimloop.checks.floods;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The hostile program: floods a server for some time from two threads, then prints what it sent. A process of its own,
 * so that it takes processors from the server and the honest rigs only as far as another machine would.
 */
public final class Attacker {
    private static final int THREADS = 2;

    private Attacker() {}

    /** Takes the kind, the port and the milliseconds. */
    public static void main(String[] arguments) throws InterruptedException {
        FloodKind kind = FloodKind.valueOf(arguments[0]);
        long millis = Long.parseLong(arguments[2]);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        List<Flood> floods = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Flood flood = new Flood(kind, Integer.parseInt(arguments[1]), until);
            floods.add(flood);
            threads.add(Thread.ofPlatform().daemon().start(flood));
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        for (int i = 0; i < THREADS; i++) {
            floods.get(i).stop();
            threads.get(i).join();
        }
        System.out.println(floods.stream().mapToLong(Flood::bytes).sum() + " "
                + floods.stream().mapToLong(Flood::connections).sum() + " "
                + floods.stream().mapToLong(Flood::cutOff).sum());
    }
}
