package org.parley.it.fault;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.it.fault.Event.Acked;
import org.parley.it.fault.Event.Attempted;
import org.parley.it.fault.Event.Ended;
import org.parley.it.fault.Event.Entry;
import org.parley.it.fault.Event.Refused;
import org.parley.it.fault.Violation.Rule;

/** Compares a history with the logs in the end. It knows the contract, and nothing of server or client. */
final class Checker {

    private static final Set<String> PASSING = Set.of("unavailable", "rate-limited");
    private static final Set<String> FAULTS = Set.of("internal", "protocol", "invalid", "conflict", "unauthorized");

    private final History history;
    private final Collection<Stored> stored;
    private final List<Violation> violations = new ArrayList<>();

    /** A command: ids are its sender's own, and two people may choose the same. */
    private record Command(String person, String id) {}

    private final Map<Command, Attempted> first = new LinkedHashMap<>();
    private final Map<Command, Entry> entries = new HashMap<>();

    private Checker(History history, Collection<Stored> stored) {
        this.history = history;
        this.stored = stored;
    }

    /** @return empty when every promise was kept */
    static List<Violation> check(History history, Collection<Stored> stored) {
        Checker checker = new Checker(history, stored);
        checker.checkLogs();
        checker.checkAnswers();
        checker.checkStarts();
        checker.checkFaults();
        checker.violations.addAll(DeliveryCheck.check(history, stored));
        return List.copyOf(checker.violations);
    }

    private void checkLogs() {
        history.all(Attempted.class)
                .forEach(attempt -> first.putIfAbsent(new Command(attempt.line().person(), attempt.id()), attempt));
        Set<Command> accepts = new HashSet<>();
        history.all(Attempted.class).stream()
                .filter(attempt -> attempt.type().equals("accept"))
                .forEach(attempt -> accepts.add(new Command(attempt.line().person(), attempt.conversation())));
        for (Stored conversation : stored) {
            checkNumbers(conversation.publicLog());
            checkNumbers(conversation.internalLog());
            conversation.entries().forEach(entry -> {
                if (entry.id() == null) {
                    if (!accepts.contains(new Command(entry.author(), entry.conversation()))) {
                        add(Rule.SENT_BY_SOMEBODY, "nobody asked for " + entry, entry);
                    }
                } else {
                    checkOrigin(entry);
                }
            });
        }
        checkOwnOrder();
    }

    private void checkNumbers(List<Entry> log) {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).seq() != i + 1) {
                add(Rule.NO_GAPS, "number " + (i + 1) + " of the log is " + log.get(i), log.get(i));
                return;
            }
        }
    }

    private void checkOrigin(Entry entry) {
        Command command = new Command(entry.author(), entry.id());
        Entry before = entries.putIfAbsent(command, entry);
        if (before != null) {
            add(Rule.STORED_ONCE, "stored twice: " + before + " and " + entry, entry);
        }
        Attempted attempt = first.get(command);
        boolean same = attempt != null
                && logOf(attempt).equals(entry.log())
                && (attempt.text() == null || attempt.text().equals(entry.text()))
                && (attempt.conversation() == null || attempt.conversation().equals(entry.conversation()));
        if (!same) {
            add(Rule.SENT_BY_SOMEBODY, "the log has " + entry + ", the sender sent " + attempt, entry);
        }
    }

    private static String logOf(Attempted attempt) {
        return attempt.type().equals("note") ? "internal" : "public";
    }

    /** A device sends one command of a log after the other's ack, so the log has them in that order. */
    private void checkOwnOrder() {
        record Lane(String device, String conversation, String log) {}
        Map<Lane, Entry> latest = new HashMap<>();
        first.forEach((command, attempt) -> {
            Entry entry = entries.get(command);
            // A start is sent beside whatever is written into a conversation that is open already.
            if (entry != null && !attempt.type().equals("start")) {
                Entry before = latest.put(new Lane(attempt.line().device(), entry.conversation(), entry.log()), entry);
                if (before != null && before.seq() > entry.seq()) {
                    add(Rule.OWN_ORDER, "sent first and stored later: " + before + " than " + entry, entry);
                }
            }
        });
    }

    private void checkAnswers() {
        Map<Command, Acked> acked = new HashMap<>();
        for (Acked ack : history.all(Acked.class)) {
            Command command = new Command(ack.line().person(), ack.id());
            Acked before = acked.putIfAbsent(command, ack);
            Attempted attempt = first.get(command);
            if (attempt == null) {
                add(Rule.ONE_ANSWER, "an ack to nothing: " + ack, ack.id());
            } else if (before != null
                    && (before.seq() != ack.seq() || !Objects.equals(before.conversation(), ack.conversation()))) {
                add(Rule.ONE_ANSWER, "the repeat was answered otherwise: " + before + " and " + ack, ack.id());
            }
            checkAckedIsStored(ack, attempt, entries.get(command));
        }
        history.all(Refused.class).stream()
                .filter(refusal -> refusal.id() != null && !PASSING.contains(refusal.code()))
                .filter(refusal ->
                        entries.containsKey(new Command(refusal.line().person(), refusal.id())))
                .forEach(refusal -> add(Rule.REFUSED_LEAVES_NOTHING, "refused and stored: " + refusal, refusal.id()));
        checkAnswersOfEachLine();
    }

    private void checkAckedIsStored(Acked ack, Attempted attempt, Entry entry) {
        boolean isEntry = attempt != null
                && (Set.of("send", "note", "close").contains(attempt.type())
                        || attempt.type().equals("start") && attempt.text() != null);
        if (!isEntry) {
            return;
        }
        if (entry == null) {
            add(Rule.ACKED_IS_STORED, "acknowledged and not stored: " + ack, ack.id());
        } else if (entry.seq() != ack.seq() || !entry.conversation().equals(ack.conversation())) {
            add(Rule.ACKED_IS_STORED, ack + " names another entry than " + entry, entry);
        }
    }

    private void checkAnswersOfEachLine() {
        record Exchange(Event.Line line, String id) {}
        Map<Exchange, Integer> open = new HashMap<>();
        for (History.Moment moment : history.moments()) {
            if (moment.event() instanceof Attempted attempt) {
                open.merge(new Exchange(attempt.line(), attempt.id()), 1, Integer::sum);
            } else if (moment.event() instanceof Acked ack) {
                answer(open.merge(new Exchange(ack.line(), ack.id()), -1, Integer::sum), ack, ack.id());
            } else if (moment.event() instanceof Refused refusal && refusal.id() != null) {
                answer(open.merge(new Exchange(refusal.line(), refusal.id()), -1, Integer::sum), refusal, refusal.id());
            }
        }
    }

    private void answer(int open, Event answer, String id) {
        if (open < 0) {
            add(Rule.ONE_ANSWER, "one answer too many: " + answer, id);
        }
    }

    private void checkStarts() {
        Map<String, String> makers = new HashMap<>();
        for (Acked ack : history.all(Acked.class)) {
            Attempted attempt = first.get(new Command(ack.line().person(), ack.id()));
            if (ack.created() && attempt != null && attempt.type().equals("start")) {
                String maker = makers.putIfAbsent(ack.conversation(), ack.id());
                if (maker != null && !maker.equals(ack.id())) {
                    add(Rule.ONE_CONVERSATION, "created by " + maker + " and by " + ack, ack.id());
                }
            }
        }
        record Slot(String visitor, String department) {}
        stored.stream()
                .collect(groupingBy(one -> new Slot(one.visitor(), one.department())))
                .values()
                .forEach(this::checkOneAtATime);
    }

    private void checkOneAtATime(List<Stored> ofOneSlot) {
        List<Stored> inTime = ofOneSlot.stream()
                .sorted(java.util.Comparator.comparingLong(Stored::opened))
                .toList();
        for (int i = 1; i < inTime.size(); i++) {
            if (inTime.get(i).opened() < inTime.get(i - 1).closed()) {
                violations.add(new Violation(
                        Rule.ONE_CONVERSATION,
                        "open at the same time: " + inTime.get(i - 1).conversation() + " and "
                                + inTime.get(i).conversation(),
                        null,
                        inTime.get(i).conversation(),
                        1));
            }
        }
    }

    /** A fault around the server is never reported as one of the server or the client. */
    private void checkFaults() {
        history.all(Refused.class).stream()
                .filter(refusal -> FAULTS.contains(refusal.code()))
                .forEach(refusal -> add(Rule.NO_FAULT, refusal.toString(), refusal.id()));
        history.all(Ended.class).stream()
                .filter(end -> end.code() >= 4400 && end.code() < 4500 && end.code() != 4429)
                .forEach(end -> add(Rule.NO_FAULT, "told not to come back: " + end, (String) null));
    }

    private void add(Rule rule, String what, Entry entry) {
        violations.add(new Violation(rule, what, entry.id(), entry.conversation(), entry.seq()));
    }

    private void add(Rule rule, String what, String id) {
        violations.add(new Violation(rule, what, id, null, 0));
    }
}
