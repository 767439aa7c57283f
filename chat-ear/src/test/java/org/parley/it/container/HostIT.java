package org.parley.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationCommand.Accept;
import org.parley.api.conversation.ConversationCommand.Close;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationCommand.Start;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.department.Departments;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.operator.Operator;
import org.parley.api.security.Actor;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.security.Sessions;

/** Java code of the host writes to the log within its own JTA transaction, and speaks in the name of an {@link Actor}. */
class HostIT extends HostScene {
    @Deployment
    static WebArchive host() {
        return host(Map.of());
    }

    @Inject
    Sessions sessions;

    @Inject
    Departments departments;

    @EJB
    Heard heard;

    @EJB
    Refunds refunds;

    @Inject
    Clerks clerks;

    @Inject
    Parcels parcels;

    @Test
    void listenerShouldHearOnlyAfterTheCommit() throws Exception {
        transaction.begin();
        ConversationId conversation = start();
        send(conversation, "Is my refund approved?");
        assertThat(heard.of(conversation)).isEmpty();
        transaction.commit();

        assertThat(heard.of(conversation))
                .filteredOn(ConversationEvent.EntryAppended.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((ConversationEvent.EntryAppended) event)
                                .entry()
                                .text())
                        .isEqualTo("Is my refund approved?"));
        assertThat(log(conversation)).extracting(Entry::text).containsExactly("Is my refund approved?");
    }

    @Test
    void rollbackShouldLeaveNothingAndTellNobody() throws Exception {
        int before = heard.count();
        transaction.begin();
        ConversationId conversation = start();
        send(conversation, "never said");
        transaction.rollback();

        assertThat(heard.of(conversation)).isEmpty();
        assertThat(heard.count()).isEqualTo(before);
        assertThat(asVisitor.call(() -> conversations.following(visitor, List.of())))
                .isEmpty();
    }

    @Test
    void rollbackShouldLeaveNoGapInTheNumbers() throws Exception {
        ConversationId conversation = start();
        send(conversation, "one");
        transaction.begin();
        send(conversation, "rolled back");
        transaction.rollback();
        send(conversation, "two");

        assertThat(log(conversation)).extracting(Entry::text).containsExactly("one", "two");
        assertThat(log(conversation)).extracting(Entry::seq).containsExactly(1L, 2L);
    }

    @Test
    void businessOfTheHostShouldBeToldOnceOrNotAtAll() throws Exception {
        Caller clerk = clerks.known("refunds", "Refunds");
        ConversationId conversation = start();
        asAdministrator.call(() -> commands.run(clerk, new Accept(conversation)));
        transaction.begin();
        refunds.approve(clerk, conversation, "7");
        transaction.rollback();
        assertThat(log(conversation)).extracting(Entry::kind).doesNotContain(EntryKind.MESSAGE);

        Entry told = refunds.approve(clerk, conversation, "7");
        assertThat(refunds.approve(clerk, conversation, "7")).isEqualTo(told);
        assertThat(log(conversation)).extracting(Entry::text).containsOnlyOnce("Your refund for order 7 is approved.");
    }

    @Test
    void callWithoutTransactionShouldMakeItsOwn() {
        ConversationId conversation = start();
        assertThat(heard.of(conversation)).isNotEmpty();
    }

    @Test
    void callWithoutRoleShouldBeDenied() {
        assertThatThrownBy(() -> commands.run(visitor, Start.of("s-1", null, null)))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    void actorShouldSpeakInItsOwnNameWithoutAnyRole() {
        ConversationId conversation = start();

        Entry told = parcels.shipped(conversation, "7");

        assertThat(told.author()).isEqualTo(new Participant(ParticipantKind.SYSTEM, "shop", "The shop"));
        assertThat(parcels.shipped(conversation, "7")).isEqualTo(told);
        assertThat(log(conversation)).containsOnlyOnce(told);
    }

    @Test
    void actorShouldBeHeardInTheOrderOfTheJournal() throws Exception {
        ConversationId conversation = start();
        List<CompletionStage<Entry>> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            told.add(commands.submit(BOT, new Send(conversation, "line " + i, "line-" + i)));
        }
        for (CompletionStage<Entry> one : told) {
            one.toCompletableFuture().get(10, TimeUnit.SECONDS);
        }

        assertThat(log(conversation)).extracting(Entry::text).containsSubsequence("line 0", "line 1", "line 2");
    }

    @Test
    void actorShouldBeRefusedWhatIsNotOpenToTheHouse() {
        ConversationId conversation = start();

        assertForbidden(() -> commands.run(BOT, new Close(conversation, null, "c-1")));
        assertForbidden(() -> commands.submit(BOT, new Accept(conversation)));
        assertThat(log(conversation)).extracting(Entry::kind).doesNotContain(EntryKind.CLOSED);
    }

    @Test
    void personShouldNotPassForAnActor() {
        ConversationId conversation = start();
        Caller forged = new Caller(BOT.participant(), null, Set.of(Role.ADMIN));

        assertForbidden(() -> asAdministrator.call(() -> commands.run(forged, new Send(conversation, "Hello", "m-1"))));
        assertForbidden(
                () -> asAdministrator.call(() -> commands.submit(forged, new Send(conversation, "Hello", "m-1"))));
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ChatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void silentVisitorShouldBeWarnedAndThenTheConversationShouldEnd() {
        Operator olivia = sessions.ofProvider("host", "olivia", "Olivia", Role.ADMIN, Instant.EPOCH)
                .operator();
        Caller staff = new Caller(
                new Participant(ParticipantKind.OPERATOR, olivia.id().toString(), olivia.name()),
                null,
                Set.of(Role.ADMIN));
        asAdministrator.call(() -> departments.save(
                staff,
                SITE,
                "support",
                was -> new DepartmentSettings(
                        was.name(),
                        true,
                        was.strategy(),
                        was.offerSeconds(),
                        was.preferLast(),
                        was.fallback(),
                        was.hours(),
                        was.mayWait(),
                        20,
                        30,
                        was.returnSeconds())));
        ConversationId conversation = start();
        asAdministrator.call(() -> commands.run(staff, new Accept(conversation)));
        answer(staff, conversation, "Which size?");

        clock.forward(Duration.ofMinutes(21));
        await().until(() -> newest(conversation).kind() == EntryKind.IDLE);
        send(conversation, "It is 42.");
        clock.forward(Duration.ofHours(2));
        answer(staff, conversation, "Anything else?");
        commands.run(BOT, new Send(conversation, "Still there?", "m-1"));
        clock.forward(Duration.ofMinutes(21));
        await().until(() -> newest(conversation).kind() == EntryKind.IDLE);
        clock.forward(Duration.ofMinutes(10));
        await().until(() -> newest(conversation).kind() == EntryKind.CLOSED);
        assertThat(newest(conversation).data()).containsEntry("reason", "idle");
        assertThat(log(conversation))
                .extracting(Entry::kind)
                .containsSubsequence(EntryKind.MESSAGE, EntryKind.IDLE, EntryKind.MESSAGE, EntryKind.MESSAGE)
                .filteredOn(kind -> kind == EntryKind.IDLE || kind == EntryKind.CLOSED)
                .containsExactly(EntryKind.IDLE, EntryKind.IDLE, EntryKind.CLOSED);
    }

    private void answer(Caller staff, ConversationId conversation, String text) {
        asAdministrator.call(() -> commands.run(staff, new Send(conversation, text, "m-" + UUID.randomUUID())));
    }

    private Entry newest(ConversationId conversation) {
        List<Entry> log = log(conversation);
        return log.get(log.size() - 1);
    }
}
