package org.parley.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.it.fault.Event.Acked;
import org.parley.it.fault.Event.Attempted;
import org.parley.it.fault.Event.Delivered;
import org.parley.it.fault.Event.Ended;
import org.parley.it.fault.Event.Entry;
import org.parley.it.fault.Event.Greeted;
import org.parley.it.fault.Event.Line;
import org.parley.it.fault.Event.LogName;
import org.parley.it.fault.Event.Met;
import org.parley.it.fault.Event.Refused;
import org.parley.it.fault.Violation.Rule;

/** A checker that finds nothing proves nothing: each history here breaks one promise, except the first. */
class CheckerTest {

    private static final String TALK = "c1";
    private static final Line PHONE = new Line("ada", "ada-phone", 1);
    private static final Line LAPTOP = new Line("ada", "ada-laptop", 1);
    private static final Line DESK = new Line("bob", "bob-desk", 1);
    private static final Entry HELLO = entry(1, "message", "ada", "m1", "Hello");
    private static final Entry TAKEN = entry(2, "assigned", "bob", null, null);
    private static final Entry ANSWER = entry(3, "message", "bob", "m1", "Good morning");
    private static final Entry THANKS = entry(4, "message", "ada", "m2", "Thank you");
    private static final Entry NOTE = new Entry(TALK, "internal", 1, "note", "bob", "n1", "Kind person");

    private final History history = new History();
    private final List<Entry> log = new ArrayList<>(List.of(HELLO, TAKEN, ANSWER, THANKS));

    @Test
    void faultlessHistoryShouldPass() {
        tellAll();

        assertThat(check()).isEmpty();
    }

    @Test
    void lostMessageShouldBeFoundWhenItWasAcknowledged() {
        tellAll();
        attempt(PHONE, "send", "m3", TALK, "Bye");
        history.add(new Acked(PHONE, "m3", TALK, 5, false));

        assertThat(rules()).containsOnly(Rule.ACKED_IS_STORED);
    }

    @Test
    void lostMessageShouldPassWhenItWasNot() {
        tellAll();
        attempt(PHONE, "send", "m3", TALK, "Bye");

        assertThat(check()).isEmpty();
    }

    @Test
    void messageThatIsStoredTwiceShouldBeFound() {
        tellAll();
        Entry twin = entry(5, "message", "ada", "m2", "Thank you");
        log.add(twin);
        deliver(twin, PHONE, LAPTOP, DESK);

        assertThat(rules()).containsOnly(Rule.STORED_ONCE);
    }

    @Test
    void devicesThatDifferInTheirOrderShouldBeFound() {
        tellAll();
        Line again = new Line("ada", "ada-laptop", 2);
        history.add(new Greeted(again, Map.of(new LogName(TALK, "public"), 2L)));
        deliver(entry(3, "message", "ada", "m2", "Thank you"), again);

        assertThat(rules()).containsOnly(Rule.DELIVERED_AS_STORED);
    }

    @Test
    void entryThatComesLateShouldBeFound() {
        tellAll();
        Line again = new Line("ada", "ada-laptop", 2);
        history.add(new Greeted(again, Map.of(new LogName(TALK, "public"), 2L)));
        deliver(THANKS, again);
        deliver(ANSWER, again);

        assertThat(rules()).containsOnly(Rule.IN_ORDER);
    }

    @Test
    void entryThatTheDeviceSaidToHaveShouldBeFoundWhenItComesAgain() {
        tellAll();
        Line again = new Line("ada", "ada-laptop", 2);
        history.add(new Greeted(again, Map.of(new LogName(TALK, "public"), 4L)));
        deliver(THANKS, again);

        assertThat(rules()).containsOnly(Rule.IN_ORDER);
    }

    @Test
    void gapInTheNumbersShouldBeFound() {
        tellAll();
        attempt(PHONE, "send", "m3", TALK, "Bye");
        Entry bye = entry(6, "message", "ada", "m3", "Bye");
        log.add(bye);

        assertThat(rules()).contains(Rule.NO_GAPS);
    }

    @Test
    void ackThatNamesAnotherNumberShouldBeFound() {
        tellAll();
        attempt(PHONE, "send", "m2", TALK, "Thank you");
        history.add(new Acked(PHONE, "m2", TALK, 3, false));

        assertThat(rules()).containsOnly(Rule.ACKED_IS_STORED, Rule.ONE_ANSWER);
    }

    @Test
    void secondAnswerToOneFrameShouldBeFound() {
        tellAll();
        history.add(new Acked(PHONE, "m2", TALK, 4, false));

        assertThat(rules()).containsOnly(Rule.ONE_ANSWER);
    }

    @Test
    void deliveredEntryShouldBeFoundWhenTheLogDoesNotHaveIt() {
        tellAll();
        attempt(PHONE, "send", "m3", TALK, "Bye");
        deliver(entry(5, "message", "ada", "m3", "Bye"), DESK);

        assertThat(rules()).containsOnly(Rule.DELIVERED_AS_STORED);
    }

    @Test
    void internalEntryShouldBeFoundWhenAVisitorGetsIt() {
        tellAll();
        deliver(NOTE, PHONE);

        assertThat(rules()).containsOnly(Rule.DELIVERED_AS_STORED);
    }

    @Test
    void deviceThatLacksAnEntryInTheEndShouldBeFound() {
        tellAll();
        Line watch = new Line("ada", "ada-watch", 1);
        history.add(new Met(watch, TALK));
        deliver(HELLO, watch);
        deliver(TAKEN, watch);
        deliver(ANSWER, watch);

        assertThat(rules()).containsOnly(Rule.EVERY_DEVICE);
    }

    @Test
    void entryThatNobodySentShouldBeFound() {
        tellAll();
        Entry strange = entry(5, "message", "ada", "m9", "Buy now");
        log.add(strange);
        deliver(strange, PHONE, LAPTOP, DESK);

        assertThat(rules()).containsOnly(Rule.SENT_BY_SOMEBODY);
    }

    @Test
    void assignmentThatNobodyAskedForShouldBeFound() {
        tellAll();
        Entry strange = entry(5, "assigned", "eve", null, null);
        log.add(strange);
        deliver(strange, PHONE, LAPTOP, DESK);

        assertThat(rules()).containsOnly(Rule.SENT_BY_SOMEBODY);
    }

    @Test
    void alteredTextShouldBeFound() {
        tellAll();
        attempt(PHONE, "send", "m3", TALK, "Bye");
        Entry altered = entry(5, "message", "ada", "m3", "By");
        log.add(altered);
        deliver(altered, PHONE, LAPTOP, DESK);

        assertThat(rules()).containsOnly(Rule.SENT_BY_SOMEBODY);
    }

    @Test
    void refusedCommandShouldBeFoundWhenItIsStored() {
        tellAll();
        attempt(PHONE, "send", "m2", TALK, "Thank you");
        history.add(new Refused(PHONE, "m2", "closed"));

        assertThat(rules()).containsOnly(Rule.REFUSED_LEAVES_NOTHING);
    }

    @Test
    void ownMessagesShouldBeFoundWhenTheirOrderChanged() {
        attempt(PHONE, "send", "m2", TALK, "Thank you");
        tellAll();

        assertThat(rules()).containsOnly(Rule.OWN_ORDER);
    }

    @Test
    void twoConversationsAtOnceShouldBeFound() {
        tellAll();
        Stored first = new Stored(TALK, "ada", "support", 1000, 3000, log, List.of(NOTE));
        Stored second = new Stored("c2", "ada", "support", 2000, Long.MAX_VALUE, List.of(), List.of());

        assertThat(Checker.check(history, List.of(first, second)))
                .extracting(Violation::rule)
                .containsOnly(Rule.ONE_CONVERSATION);
    }

    @Test
    void conversationThatTwoStartsCreatedShouldBeFound() {
        tellAll();
        for (String id : List.of("s1", "s2")) {
            attempt(PHONE, "start", id, null, null);
            history.add(new Acked(PHONE, id, TALK, 0, true));
        }

        assertThat(rules()).containsOnly(Rule.ONE_CONVERSATION);
    }

    @Test
    void faultOfTheServerShouldBeFound() {
        tellAll();
        attempt(PHONE, "send", "m3", TALK, "Bye");
        history.add(new Refused(PHONE, "m3", "internal"));
        history.add(new Ended(PHONE, 4400));

        assertThat(check()).extracting(Violation::rule).containsExactly(Rule.NO_FAULT, Rule.NO_FAULT);
    }

    @Test
    void violationShouldShowTheLinesThatConcernIt() {
        tellAll();
        attempt(PHONE, "send", "m3", TALK, "Bye");
        history.add(new Acked(PHONE, "m3", TALK, 5, false));

        assertThat(history.lines(check().get(0)::concerns)).hasSize(2).allMatch(line -> line.contains("m3"));
    }

    /** A talk with two devices of the visitor and one of the operator. */
    private void tellAll() {
        List.of(PHONE, LAPTOP, DESK).forEach(line -> {
            history.add(new Greeted(line, Map.of()));
            history.add(new Met(line, TALK));
        });
        attempt(DESK, "accept", "a1", TALK, null);
        history.add(new Acked(DESK, "a1", TALK, 0, false));
        say(PHONE, "send", HELLO);
        say(DESK, "send", ANSWER);
        say(PHONE, "send", THANKS);
        say(DESK, "note", NOTE);
        List.of(HELLO, TAKEN, ANSWER, THANKS).forEach(entry -> deliver(entry, PHONE, LAPTOP, DESK));
        deliver(NOTE, DESK);
    }

    private void say(Line line, String type, Entry entry) {
        attempt(line, type, entry.id(), TALK, entry.text());
        history.add(new Acked(line, entry.id(), TALK, entry.seq(), false));
    }

    private void attempt(Line line, String type, String id, String conversation, String text) {
        history.add(new Attempted(line, type, id, conversation, text));
    }

    private void deliver(Entry entry, Line... lines) {
        for (Line line : lines) {
            history.add(new Delivered(line, true, entry));
        }
    }

    private List<Rule> rules() {
        return check().stream().map(Violation::rule).toList();
    }

    private List<Violation> check() {
        return Checker.check(
                history, List.of(new Stored(TALK, "ada", "support", 1000, Long.MAX_VALUE, log, List.of(NOTE))));
    }

    private static Entry entry(long seq, String kind, String author, String id, String text) {
        return new Entry(TALK, "public", seq, kind, author, id, text);
    }
}
