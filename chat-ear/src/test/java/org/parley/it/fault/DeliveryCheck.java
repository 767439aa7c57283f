package org.parley.it.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.it.fault.Event.Delivered;
import org.parley.it.fault.Event.Entry;
import org.parley.it.fault.Event.Greeted;
import org.parley.it.fault.Event.Line;
import org.parley.it.fault.Event.LogName;
import org.parley.it.fault.Event.Met;
import org.parley.it.fault.Violation.Rule;

/** The part of {@link Checker} about what devices got: all of it, in order, and nothing else. */
final class DeliveryCheck {

    private final History history;
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private DeliveryCheck(History history, Collection<Stored> stored) {
        this.history = history;
        stored.forEach(one -> this.stored.put(one.conversation(), one));
    }

    static List<Violation> check(History history, Collection<Stored> stored) {
        DeliveryCheck check = new DeliveryCheck(history, stored);
        check.checkContents();
        check.checkOrder();
        check.checkCompleteness();
        return check.violations;
    }

    private void checkContents() {
        for (Delivered delivery : history.all(Delivered.class)) {
            Entry entry = delivery.entry();
            Stored conversation = stored.get(entry.conversation());
            List<Entry> log = conversation == null ? List.of() : conversation.log(entry.log());
            boolean isNumber = entry.seq() >= 1 && entry.seq() <= log.size();
            if (!isNumber || !log.get((int) entry.seq() - 1).equals(entry)) {
                add(Rule.DELIVERED_AS_STORED, "the log has no such entry: " + delivery, entry);
            }
            if (conversation != null
                    && entry.log().equals("internal")
                    && conversation.visitor().equals(delivery.line().person())) {
                add(Rule.DELIVERED_AS_STORED, "a visitor got an internal entry: " + delivery, entry);
            }
        }
    }

    /** On one connection each entry follows the one before it, beginning after what the device said to have. */
    private void checkOrder() {
        record Feed(Line line, LogName log) {}
        Map<Feed, Long> latest = new HashMap<>();
        for (History.Moment moment : history.moments()) {
            if (moment.event() instanceof Greeted greeting) {
                greeting.cursors().forEach((log, seq) -> latest.put(new Feed(greeting.line(), log), seq));
            } else if (moment.event() instanceof Delivered delivery && delivery.pushed()) {
                Entry entry = delivery.entry();
                Long before = latest.put(
                        new Feed(delivery.line(), new LogName(entry.conversation(), entry.log())), entry.seq());
                if (before != null && entry.seq() != before + 1) {
                    add(Rule.IN_ORDER, "came after number " + before + ": " + delivery, entry);
                }
            }
        }
    }

    private void checkCompleteness() {
        record ReconnectingDevice(String person, String name) {}
        Map<ReconnectingDevice, Set<String>> met = new LinkedHashMap<>();
        for (Met one : history.all(Met.class)) {
            met.computeIfAbsent(
                            new ReconnectingDevice(
                                    one.line().person(), one.line().device()),
                            device -> new HashSet<>())
                    .add(one.conversation());
        }
        Map<ReconnectingDevice, Set<Entry>> got = new HashMap<>();
        for (Delivered delivery : history.all(Delivered.class)) {
            got.computeIfAbsent(
                            new ReconnectingDevice(
                                    delivery.line().person(), delivery.line().device()),
                            device -> new HashSet<>())
                    .add(delivery.entry());
        }
        met.forEach((device, conversations) -> conversations.forEach(id -> {
            Stored conversation = stored.get(id);
            if (conversation == null) {
                violations.add(new Violation(Rule.EVERY_DEVICE, "not stored: the conversation " + id, null, id, 1));
                return;
            }
            boolean isVisitor = conversation.visitor().equals(device.person());
            conversation
                    .entries()
                    .filter(entry -> !isVisitor || entry.log().equals("public"))
                    .forEach(entry -> {
                        if (!got.getOrDefault(device, Set.of()).contains(entry)) {
                            add(Rule.EVERY_DEVICE, device + " lacks " + entry, entry);
                        }
                    });
        }));
    }

    private void add(Rule rule, String what, Entry entry) {
        violations.add(new Violation(rule, what, entry.id(), entry.conversation(), entry.seq()));
    }
}
