package org.parley.bench.load;

import org.parley.bench.server.People.Person;

/** A visitor's device that is told what to do step by step; it is ready when the socket is open. */
public final class Guest extends ChatPeer {

    private Runnable synced;

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
}
