package org.parley.it.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One connection through a {@link Network}, from a client up to the server and down again. */
final class Link {

    /** How a connection is cut. */
    enum Cut {
        /** Both sides get a reset, and lose what they have not read. */
        RESET,
        /** Both sides get an orderly end of the stream, in the middle of whatever it was. */
        END,
        /** One side gets the end, and the other may go on talking. */
        HALF_END,
        /** The bytes of one side are lost from now on, without notice. */
        SILENCE
    }

    private final Socket client;
    private final Socket server;
    private final Consumer<Link> whenOver;
    private final Consumer<Cut> whenCut;
    private final Direction up;
    private final Direction down;
    private final AtomicBoolean over = new AtomicBoolean();

    Link(Socket client, Socket server, Consumer<Cut> whenCut, Consumer<Link> whenOver) {
        this.client = client;
        this.server = server;
        this.whenCut = whenCut;
        this.whenOver = whenOver;
        this.up = new Direction(client, server);
        this.down = new Direction(server, client);
    }

    void begin(Executor threads) {
        threads.execute(up);
        threads.execute(down);
    }

    /** Lets so many more bytes through, then cuts. */
    void cutAfter(boolean upwards, int bytes, Cut cut) {
        (upwards ? up : down).cutAfter(bytes, cut);
    }

    Gate gate(boolean upwards) {
        return (upwards ? up : down).gate;
    }

    /** Cancels planned faults, and lets held bytes flow. */
    void heal() {
        up.heal();
        down.heal();
    }

    void reset() {
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException e) {
            // One of them is closed already, as wanted.
        }
        end();
    }

    void end() {
        if (over.compareAndSet(false, true)) {
            up.gate.remove();
            down.gate.remove();
            close(client);
            close(server);
            whenOver.accept(this);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Then it is closed as well as it can be.
        }
    }

    /** Bytes one way. */
    private final class Direction implements Runnable {
        private final Socket from;
        private final Socket to;
        private final Gate gate = new Gate();
        private int left;
        private Cut planned;
        private boolean silent;
        private boolean done;

        Direction(Socket from, Socket to) {
            this.from = from;
            this.to = to;
        }

        synchronized void cutAfter(int bytes, Cut cut) {
            if (planned == null && !silent) {
                left = bytes;
                planned = cut;
            }
        }

        synchronized void heal() {
            planned = null;
            gate.open();
            if (silent) {
                // Lost bytes cannot come back, so the line has to end.
                reset();
            }
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                for (int read = in.read(buffer); read >= 0 && gate.pass(); read = in.read(buffer)) {
                    if (!forward(buffer, read)) {
                        return;
                    }
                }
                finish();
            } catch (IOException e) {
                reset();
            }
        }

        /** @return false when this direction is over */
        private boolean forward(byte[] buffer, int read) throws IOException {
            int passing = planOf(read);
            to.getOutputStream().write(buffer, 0, passing);
            Cut cut = passing < read ? takeCut() : null;
            if (cut == null) {
                return true;
            }
            whenCut.accept(cut);
            switch (cut) {
                case RESET -> reset();
                case END -> end();
                case HALF_END -> finish();
                case SILENCE -> {
                    return true;
                }
            }
            return false;
        }

        private synchronized int planOf(int read) {
            if (silent) {
                return 0;
            }
            if (planned == null || left >= read) {
                left -= read;
                return read;
            }
            return left;
        }

        private synchronized Cut takeCut() {
            Cut cut = planned;
            planned = null;
            silent = cut == Cut.SILENCE || silent;
            return cut;
        }

        private void finish() throws IOException {
            to.shutdownOutput();
            synchronized (Link.this) {
                done = true;
                if (!up.done || !down.done) {
                    return;
                }
            }
            end();
        }
    }
}
