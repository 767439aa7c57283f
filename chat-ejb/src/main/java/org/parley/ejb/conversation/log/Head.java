package org.parley.ejb.conversation.log;

import java.time.Instant;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Line;
import org.parley.api.conversation.Participant;
import org.parley.api.security.Caller;
import org.parley.ejb.conversation.row.MergeRelatives;
import org.parley.ejb.conversation.row.Subject;

/** The head of a conversation whose row is locked, and how it moves within the transaction. */
final class Head {
    private final Conversation before;
    private final MergeRelatives relatives;
    private long written;
    private Conversation now;

    /** @param written the highest number of its entries */
    Head(Conversation before, MergeRelatives relatives, long written) {
        this.relatives = relatives;
        this.written = written;
        this.before = before;
        this.now = before;
    }

    /** As it is now, to be moved on. */
    Head copy() {
        return new Head(now, relatives, written);
    }

    /** The next entry of its log. */
    Entry append(Caller author, Line line, Instant at) {
        EntryLog log = line.kind().log();
        boolean isPublic = log == EntryLog.PUBLIC;
        now = moved(
                now.subject(),
                now.publicHead() + (isPublic ? 1 : 0),
                now.internalHead() + (isPublic ? 0 : 1),
                now.handling());
        return new Entry(
                now.id(),
                log,
                now.head(log),
                at,
                line.kind(),
                author(author.participant()),
                line.text(),
                line.id(),
                line.data());
    }

    /** The visitor's name may have changed since their token was given. */
    private Participant author(Participant author) {
        return author.is(now.visitor()) ? now.visitor() : author;
    }

    /** @return whether the conversation got a subject */
    boolean setSubjectIfNone(String words) {
        String subject = now.subject() == null ? Subject.of(words) : null;
        if (subject != null) {
            now = moved(subject, now.publicHead(), now.internalHead(), now.handling());
        }
        return subject != null;
    }

    /** @return whether this is the first answer of an operator */
    boolean respond(Instant at) {
        boolean first = now.handling().responded() == null;
        if (first) {
            now = moved(
                    now.subject(),
                    now.publicHead(),
                    now.internalHead(),
                    now.handling().respondedAt(at));
        }
        return first;
    }

    private Conversation moved(String subject, long publicHead, long internalHead, Handling handling) {
        return new Conversation(
                now.id(),
                now.site(),
                now.department(),
                now.departmentName(),
                now.status(),
                now.visitor(),
                now.owner(),
                subject,
                publicHead,
                internalHead,
                now.opened(),
                now.closed(),
                now.version() + 1,
                handling);
    }

    long written() {
        return written;
    }

    void wrote(long number) {
        written = number;
    }

    Conversation before() {
        return before;
    }

    MergeRelatives relatives() {
        return relatives;
    }

    /** Whether it goes on in another conversation. */
    boolean isMerged() {
        return now.handling().mergedInto() != null;
    }

    Conversation now() {
        return now;
    }

    /** Whether other fields than numbers have to be written. */
    boolean hasNewFacts() {
        return before.subject() == null && now.subject() != null
                || before.handling().responded() != now.handling().responded();
    }

    /** By how much the numbers rise. */
    Step step() {
        return new Step(
                now.publicHead() - before.publicHead(),
                now.internalHead() - before.internalHead(),
                now.version() - before.version());
    }

    record Step(long publicEntries, long internalEntries, long versions) {}
}
