package org.parley.api.visitor;

import java.time.Instant;
import java.util.Map;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;

/**
 * A visitor who is on a site now. Kept in memory, on the node that has the visitor's devices.
 *
 * @param proven whether the site has vouched for who it is
 * @param page the newest page's address; http or https; null for a visitor in a conversation on a site that tells no
 *     pages
 * @param title null when unknown
 * @param referrer of this page; null when unknown
 * @param since when the visit began
 * @param pageSince when the page was opened
 * @param pages how many pages this visit has had so far, 0 when none was told
 * @param browser a short name, or null
 * @param language the one that the browser prefers (BCP 47), or null
 * @param attributes from the page, never taken as proven; maybe empty
 * @param returning whether the visitor was known before this visit
 * @param address the network address; null unless the site keeps it
 * @param conversation the open conversation, or null
 * @param owner of that conversation, or null
 */
public record LiveVisitor(
        Participant visitor,
        boolean proven,
        String site,
        String page,
        String title,
        String referrer,
        Instant since,
        Instant pageSince,
        int pages,
        String browser,
        String language,
        Map<String, String> attributes,
        boolean returning,
        String address,
        ConversationId conversation,
        Participant owner) {
    public LiveVisitor {
        attributes = Map.copyOf(attributes);
    }

    public VisitorId id() {
        return visitor.visitorId();
    }

    /** The same on another page, or again on the same one. */
    public LiveVisitor on(String newPage, String newTitle, String newReferrer, Instant opened, int count) {
        return new LiveVisitor(
                visitor,
                proven,
                site,
                newPage,
                newTitle,
                newReferrer,
                since,
                opened,
                count,
                browser,
                language,
                attributes,
                returning,
                address,
                conversation,
                owner);
    }

    /** The same with a new description. */
    public LiveVisitor as(Visitor described) {
        return new LiveVisitor(
                described.asParticipant(),
                described.subject() != null,
                site,
                page,
                title,
                referrer,
                since,
                pageSince,
                pages,
                browser,
                language,
                described.attributes(),
                returning,
                address,
                conversation,
                owner);
    }

    /** The same in a conversation, or in none. */
    public LiveVisitor in(ConversationId open, Participant responsible) {
        return new LiveVisitor(
                visitor,
                proven,
                site,
                page,
                title,
                referrer,
                since,
                pageSince,
                pages,
                browser,
                language,
                attributes,
                returning,
                address,
                open,
                responsible);
    }
}
