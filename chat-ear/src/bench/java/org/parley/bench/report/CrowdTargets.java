package org.parley.bench.report;

import org.parley.bench.crowd.ArrivalCost;
import org.parley.bench.crowd.Soak;
import org.parley.bench.crowd.Storm;
import org.parley.bench.crowd.WaitingCost;
import org.parley.bench.crowd.WaitingIdle;

/** The targets for many who arrive, wait or come back. */
final class CrowdTargets {

    private static final String FEW = WaitingCost.name(10, 5);
    private static final String MANY = WaitingCost.name(10_000, 2000);

    private final Targets all;

    CrowdTargets(Targets all) {
        this.all = all;
    }

    void add() {
        arrival();
        storm();
        waiting();
        all.atMost("soak heap", "heap at the soak's end, against its start", all.median(Soak.NAME, Soak.HEAP), 1.05);
        all.atMost("soak threads", "the same of threads", all.median(Soak.NAME, Soak.THREADS), 1.05);
        all.atMost("soak files", "the same of open files", all.median(Soak.NAME, Soak.FILES), 1.05);
    }

    private void arrival() {
        String name = ArrivalCost.NAME;
        all.atMost("visitor µs", "processor time of a POST /visitors, µs", all.median(name, ArrivalCost.VISITOR), 700);
        all.atMost(
                "handshake µs",
                "processor time of a handshake beyond a bare one's, µs",
                all.of(name, ArrivalCost.HANDSHAKE, name, ArrivalCost.BARE_HANDSHAKE, (chat, bare) -> chat - bare),
                300);
        all.atMost("hello µs", "processor time of a hello, µs", all.median(name, ArrivalCost.HELLO), 300);
        all.atMost("file µs", "processor time of a file, µs", all.median(name, ArrivalCost.FILE), 300);
    }

    private void storm() {
        all.atMost("storm half s", "a storm: half are live after, s", all.median(Storm.NAME, Storm.HALF), 20);
        all.atMost("storm all s", "a storm: all are live after, s", all.median(Storm.NAME, Storm.ALL), 60);
        all.atMost("storm refused", "a storm: refused for good", all.median(Storm.NAME, Storm.REFUSED), 0);
        all.atMost("storm ack p99 ms", "a storm: acks meanwhile, p99 in ms", all.median(Storm.NAME, Storm.ACKS), 500);
    }

    private void waiting() {
        all.atMost(
                "idle cores",
                "5,000 visitors of whom 3,000 wait: processors of the server",
                all.median(WaitingIdle.name(5000, 3000), WaitingIdle.SERVER),
                0.05);
        String crowd = " with 10,000 waiting and 2,000 operators against 10 and 5";
        all.same("crowd message", "cost of a message" + crowd, MANY, FEW, WaitingCost.MESSAGE);
        all.same("crowd hello", "cost of a hello" + crowd, MANY, FEW, WaitingCost.HELLO);
        all.same("crowd start", "cost of a start" + crowd, MANY, FEW, WaitingCost.START);
        all.same("crowd turn", "cost of a second's turns" + crowd, MANY, FEW, WaitingCost.TURNS);
    }
}
