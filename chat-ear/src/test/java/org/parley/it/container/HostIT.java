package org.parley.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.api.command.Commands;
import org.parley.api.conversation.ConversationCommand.Accept;
import org.parley.api.conversation.ConversationCommand.Close;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationCommand.Start;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.department.Departments;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.feed.EntryFeed;
import org.parley.api.operator.Operator;
import org.parley.api.security.Actor;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.security.Sessions;
import org.parley.api.site.Site;
import org.parley.api.site.Sites;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.Visitors;

/**
 * Java code in the server, beside Parley: it writes to the log within its own JTA transaction, and may bring its own
 * clock.
 */
@ExtendWith(ArquillianExtension.class)
class HostIT {

    private static final String SITE = "host";
    private static final Actor BOT = new Actor("bot", "Robin");

    @Inject
    Commands commands;

    @Inject
    Conversations conversations;

    @Inject
    Sites sites;

    @Inject
    Visitors visitors;

    @Inject
    Sessions sessions;

    @Inject
    Departments departments;

    @Inject
    HostClock clock;

    @Inject
    EntryFeed allLogs;

    @Resource
    ManagedExecutorService executor;

    @EJB
    AsVisitor asVisitor;

    @EJB
    AsAdministrator asAdministrator;

    @EJB
    Heard heard;

    @EJB
    Refunds refunds;

    @Inject
    Clerks clerks;

    @Inject
    Parcels parcels;

    @Resource
    UserTransaction transaction;

    private final List<EntryFeed.Reading> readings = new ArrayList<>();
    private Caller visitor;

    @Deployment
    static WebArchive host() {
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "host.war")
                .addPackage(HostIT.class.getPackage())
                .addAsWebInfResource(new StringAsset(principals()), "glassfish-web.xml")
                .addAsWebInfResource(new StringAsset(beans()), "glassfish-ejb-jar.xml")
                .addAsWebInfResource(new StringAsset(""), "beans.xml")
                .addAsResource(
                        // Nobody has a desk here and the clock jumps, so owners may be gone for any time.
                        new StringAsset("parley.data=" + System.getProperty("parley.it.arquillian.data")
                                + "\nparley.routing.owner-gone=0"),
                        "META-INF/microprofile-config.properties");
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File file = new File(path);
            if (file.getName().endsWith(".jar") && isOurs(file)) {
                archive.addAsLibrary(file);
            }
        }
        return archive;
    }

    @BeforeEach
    void makeVisitor() {
        if (asVisitor == null) {
            return; // on the client's side Arquillian calls this too
        }
        Caller admin = new Caller(
                new Participant(ParticipantKind.OPERATOR, UUID.randomUUID().toString(), "Host"),
                null,
                Set.of(Role.ADMIN));
        asAdministrator.call(() -> sites.save(admin, SITE, stored -> new Site(SITE, "The host", Set.of(), null)));
        visitor = newVisitor();
    }

    private Caller newVisitor() {
        Visitor person = visitors.anonymous(SITE, Map.of(), null, null);
        return new Caller(
                new Participant(ParticipantKind.VISITOR, person.id().toString(), person.name()),
                SITE,
                Set.of(Role.VISITOR));
    }

    @AfterEach
    void endTransaction() throws Exception {
        readings.forEach(EntryFeed.Reading::close);
        if (transaction != null && transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

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
    void readerOfAllLogsShouldAnswerAsAnActor() {
        ConversationId conversation = start();
        follow(
                "bot",
                EntryFeed.Start.NOW,
                entries -> entries.stream()
                        .filter(entry -> entry.conversation().equals(conversation)
                                && entry.author().kind() == ParticipantKind.VISITOR)
                        .forEach(entry -> commands.run(
                                BOT, new Send(conversation, "You said: " + entry.text(), "to-" + entry.seq()))));

        send(conversation, "Is anybody there?");

        await().untilAsserted(() -> assertThat(log(conversation))
                .extracting(Entry::text)
                .containsExactly("Is anybody there?", "You said: Is anybody there?"));
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

    @Test
    void readerOfAllLogsShouldMissNothingThatCommitsLate() throws Exception {
        ConversationId late = start();
        ReadEntries read = new ReadEntries();
        follow("late", EntryFeed.Start.NOW, read);
        transaction.begin();
        send(late, "written first, committed last");
        List<ConversationId> others = executor.submit(this::thousandMessages).get();
        clock.forward(Duration.ofSeconds(31));
        ConversationId last = executor.submit(this::thousandMessages).get().get(9);
        transaction.commit();

        await().untilAsserted(() -> assertThat(read.numbers(last)).hasSize(100));
        assertThat(read.numbers(late)).containsExactly(1L);
        assertThat(others)
                .allSatisfy(one -> assertThat(read.numbers(one))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 100).boxed().toList()));
    }

    @Test
    void readerOfAllLogsShouldGoOnWhereItStood() {
        ConversationId conversation = start();
        ReadEntries first = new ReadEntries();
        EntryFeed.Reading reading = follow("restarted", EntryFeed.Start.NOW, first);
        send(conversation, "one");
        await().untilAsserted(() -> assertThat(first.numbers(conversation)).containsExactly(1L));
        first.fail(true);
        send(conversation, "two");
        send(conversation, "three");
        reading.close();

        ReadEntries second = new ReadEntries();
        follow("restarted", EntryFeed.Start.NOW, second);
        send(conversation, "four");
        await().untilAsserted(() -> assertThat(second.numbers(conversation)).containsExactly(2L, 3L, 4L));
        assertThat(first.numbers(conversation)).containsExactly(1L);
    }

    @Test
    void readerOfAllLogsShouldHaveAgainWhatItCouldNotTake() {
        ConversationId conversation = start();
        ReadEntries read = new ReadEntries();
        read.fail(true);
        follow("failing", EntryFeed.Start.OLDEST, read);
        send(conversation, "one");
        await().until(read::hasFailed);
        send(conversation, "two");
        read.fail(false);

        await().untilAsserted(() -> assertThat(read.numbers(conversation)).containsExactly(1L, 2L));
    }

    private EntryFeed.Reading follow(String name, EntryFeed.Start start, EntryFeed.Reader reader) {
        EntryFeed.Reading reading = allLogs.follow(name, start, reader);
        readings.add(reading);
        return reading;
    }

    /** Ten conversations with a hundred messages each, every one in a transaction of its own. */
    private List<ConversationId> thousandMessages() {
        List<ConversationId> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            visitor = newVisitor();
            ConversationId conversation = start();
            for (int n = 1; n <= 100; n++) {
                send(conversation, "message " + n);
            }
            ten.add(conversation);
        }
        return ten;
    }

    private void answer(Caller staff, ConversationId conversation, String text) {
        asAdministrator.call(() -> commands.run(staff, new Send(conversation, text, "m-" + UUID.randomUUID())));
    }

    private Entry newest(ConversationId conversation) {
        List<Entry> log = log(conversation);
        return log.get(log.size() - 1);
    }

    private ConversationId start() {
        return asVisitor
                .call(() -> commands.run(visitor, Start.of("s-1", null, null)))
                .conversation()
                .id();
    }

    private void send(ConversationId conversation, String text) {
        asVisitor.call(() -> commands.run(visitor, new Send(conversation, text, "m-" + UUID.randomUUID())));
    }

    private List<Entry> log(ConversationId conversation) {
        return asVisitor
                .call(() -> conversations.entries(visitor, conversation, EntryLog.PUBLIC, 0, 100))
                .entries();
    }

    /** The modules and what chat-ejb needs, as Maven resolved them; AssertJ and Awaitility for the tests inside. */
    private static boolean isOurs(File jar) {
        String path = jar.getPath().replace(File.separatorChar, '/');
        return path.contains("chat-api")
                || path.contains("chat-ejb")
                || path.contains("/org/flywaydb/")
                || path.contains("/uuid-creator/")
                || path.contains("/com/h2database/")
                || path.contains("/org/postgresql/")
                || path.contains("/assertj-core/")
                || path.contains("/awaitility/")
                || path.contains("/hamcrest/")
                || path.contains("/byte-buddy/");
    }

    private static String principals() {
        return """
                <glassfish-web-app>
                  <security-role-mapping>
                    <role-name>chat-visitor</role-name><principal-name>host-visitor</principal-name>
                  </security-role-mapping>
                  <security-role-mapping>
                    <role-name>chat-admin</role-name><principal-name>host-admin</principal-name>
                  </security-role-mapping>
                </glassfish-web-app>
                """;
    }

    private static String beans() {
        return """
                <glassfish-ejb-jar>
                  <enterprise-beans>
                    <ejb><ejb-name>AsVisitor</ejb-name><principal><name>host-visitor</name></principal></ejb>
                    <ejb><ejb-name>AsAdministrator</ejb-name><principal><name>host-admin</name></principal></ejb>
                    <ejb><ejb-name>Refunds</ejb-name><principal><name>host-admin</name></principal></ejb>
                  </enterprise-beans>
                </glassfish-ejb-jar>
                """;
    }
}
