package org.parley.bench.load;

/** Counts a closed loop, and says whether it goes on; to be called on the reactor's thread. */
public interface Loop {

    boolean isRunning();

    /** One has arrived, so long after it was sent. */
    void record(long nanos);

    /** Sends the next one, unless the loop is over. */
    default void again(Runnable next) {
        if (isRunning()) {
            next.run();
        }
    }
}
