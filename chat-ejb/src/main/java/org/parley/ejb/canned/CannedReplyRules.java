package org.parley.ejb.canned;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parley.api.canned.CannedReply;
import org.parley.api.error.ChatException;
import org.parley.ejb.conversation.log.TextRules;

/** What a canned reply may contain, and its canonical form. */
@ApplicationScoped
public class CannedReplyRules {
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1,32}");
    private static final int LANGUAGE_LENGTH = 35;

    private final TextRules texts;

    @Inject
    public CannedReplyRules(TextRules texts) {
        this.texts = texts;
    }

    /** For the container's client proxy only. */
    protected CannedReplyRules() {
        this(null);
    }

    /** @throws ChatException INVALID or TOO_LARGE with the field's name */
    CannedReply checked(CannedReply reply) {
        if (reply.shortcut() == null || !SHORTCUT.matcher(reply.shortcut()).matches()) {
            throw ChatException.invalid(
                    "shortcut", "A shortcut is 1 to 32 letters, digits, hyphens and underscores, without the slash.");
        }
        texts.checkMessage(reply.text());
        return new CannedReply(
                reply.id(),
                reply.site(),
                reply.department(),
                reply.shortcut().toLowerCase(Locale.ROOT),
                language(reply.language()),
                reply.text());
    }

    private static String language(String tag) {
        try {
            String language = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            if (!language.equals("und") && language.length() <= LANGUAGE_LENGTH) {
                return language;
            }
        } catch (IllformedLocaleException | NullPointerException e) {
            // Said below.
        }
        throw ChatException.invalid("language", "A language is a tag such as en, ar or zh-CN.");
    }
}
