package org.parley.it.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands until their answers, in lanes: of one lane only the first is on its way. It outlives every connection. */
final class PendingCommands {

    private final Map<String, Deque<ObjectNode>> lanes = new LinkedHashMap<>();
    private final Map<String, String> laneOf = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> tried = new HashSet<>();

    void add(String lane, ObjectNode frame) {
        lanes.computeIfAbsent(lane, name -> new ArrayDeque<>()).add(frame);
        laneOf.put(frame.path("id").asText(), lane);
    }

    /** The lane's first command, unless it is on its way already. */
    Optional<ObjectNode> next(String lane) {
        Deque<ObjectNode> waiting = lanes.get(lane);
        if (waiting == null || !underWay.add(lane)) {
            return Optional.empty();
        }
        tried.add(waiting.element().path("id").asText());
        return Optional.of(waiting.element());
    }

    /** The command was answered for good. @return its lane */
    Optional<String> settle(String id) {
        String lane = laneOf.get(id);
        Deque<ObjectNode> waiting = lanes.get(lane);
        if (lane == null || !waiting.element().path("id").asText().equals(id)) {
            return Optional.empty();
        }
        laneOf.remove(id);
        waiting.remove();
        underWay.remove(lane);
        if (waiting.isEmpty()) {
            lanes.remove(lane);
        }
        return Optional.of(lane);
    }

    /** The command has to be sent again. @return its lane */
    Optional<String> takeBack(String id) {
        Optional<String> lane = Optional.ofNullable(laneOf.get(id));
        lane.ifPresent(underWay::remove);
        return lane;
    }

    /** The line broke: whatever was on its way has to be sent again. */
    void takeAllBack() {
        underWay.clear();
    }

    boolean hasTried(String id) {
        return tried.contains(id);
    }

    boolean has(String lane) {
        return lanes.containsKey(lane);
    }

    Set<String> lanes() {
        return Set.copyOf(lanes.keySet());
    }

    int size() {
        return laneOf.size();
    }

    List<String> ids() {
        return List.copyOf(laneOf.keySet());
    }
}
