package org.parley.bench.load;

import org.parley.bench.server.People.Person;

/** A visitor's device that is told what to do step by step; it is ready when the socket is open. */
public final class Guest extends ChatPeer {

    private static final String START = "{\"type\":\"start\",\"id\":\"start\",\"text\":\"" + "x".repeat(100) + "\"}";

    private Runnable synced;
    private String conversation;

    public Guest(Person person) {
        super(person);
    }

    @Override
    protected void arrive() {
        beReady();
    }

    public void hello(Runnable done) {
        synced = done;
        greet();
    }

    @Override
    protected void synced() {
        synced.run();
    }

    void start(Runnable done) {
        command(START, (started, error) -> {
            check(error);
            conversation = started;
            done.run();
        });
    }

    void end(Runnable done) {
        command("{\"type\":\"close\",\"id\":\"close\",\"conversation\":\"" + conversation + "\"}", (closed, error) -> {
            check(error);
            done.run();
        });
    }

    private static void check(String error) {
        if (error != null) {
            throw new IllegalStateException(error);
        }
    }
}
