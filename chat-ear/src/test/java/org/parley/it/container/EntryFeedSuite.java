package org.parley.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.feed.EntryFeed;

/** Java code of the host reads all logs. */
abstract class EntryFeedSuite extends HostScene {

    private final List<EntryFeed.Reading> readings = new ArrayList<>();

    @Inject
    EntryFeed allLogs;

    @Resource
    ManagedExecutorService executor;

    @AfterEach
    void endReadings() {
        readings.forEach(EntryFeed.Reading::close);
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
}
