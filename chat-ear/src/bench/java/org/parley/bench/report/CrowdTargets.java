package org.parley.bench.report;

import org.parley.bench.crowd.ArrivalCost;

/** The targets for many who arrive. */
final class CrowdTargets {

    private final Targets all;

    CrowdTargets(Targets all) {
        this.all = all;
    }

    void add() {
        arrival();
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
}
