package org.parley.it.fault;

/** Where bytes wait while a direction of a connection is held up. */
final class Gate {

    private boolean open = true;
    private boolean gone;

    /** @return false when the connection ended meanwhile */
    synchronized boolean pass() {
        while (!open && !gone) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !gone;
    }

    synchronized void shut() {
        open = false;
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    /** The connection ended: nobody waits any more. */
    synchronized void remove() {
        gone = true;
        notifyAll();
    }
}
