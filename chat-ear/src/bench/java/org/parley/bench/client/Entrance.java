package org.parley.bench.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Lets many in, a few at a time, and waits until all are there. */
public final class Entrance {

    private static final int AT_ONCE = 50;
    private static final long PATIENCE_SECONDS = 180;

    private Entrance() {}

    public static void open(Reactor reactor, URI address, List<? extends Peer> peers) {
        Semaphore places = new Semaphore(AT_ONCE);
        CountDownLatch missing = new CountDownLatch(peers.size());
        AtomicReference<String> failure = new AtomicReference<>();
        for (Peer peer : peers) {
            await(places, failure);
            peer.whenReady(why -> {
                if (why != null) {
                    failure.compareAndSet(null, why);
                }
                places.release();
                missing.countDown();
            });
            reactor.open(address, peer.subprotocols(), peer);
        }
        await(missing, failure);
        reactor.check();
    }

    private static void await(Semaphore places, AtomicReference<String> failure) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                failure.compareAndSet(null, "no answer");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        check(failure);
    }

    private static void await(CountDownLatch missing, AtomicReference<String> failure) {
        try {
            if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                failure.compareAndSet(null, missing.getCount() + " got no answer");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        check(failure);
    }

    private static void check(AtomicReference<String> failure) {
        if (failure.get() != null) {
            throw new IllegalStateException("a connection of the benchmark could not be opened: " + failure.get());
        }
    }
}
