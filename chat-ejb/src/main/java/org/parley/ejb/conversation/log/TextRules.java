package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.ejb.database.Glyphs;
import org.parley.ejb.database.JsonText;

/** What a person's text may contain: plain text that every database and every browser accepts. */
@ApplicationScoped
public class TextRules {
    private static final int REASON_LENGTH = 200;
    private static final int COLUMN_LENGTH = 16_000;
    private static final int FORM_LENGTH = 4_000;

    private final int limit;

    @Inject
    public TextRules(@ConfigProperty(name = "parley.limits.text") int limit) {
        if (limit > COLUMN_LENGTH) {
            throw new IllegalStateException("parley.limits.text is at most " + COLUMN_LENGTH + ".");
        }
        this.limit = limit;
    }

    /** A wrong setting shall stop the deployment, not the first message. */
    void beReady(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // The constructor has looked.
    }

    /** For the container's client proxy only. */
    protected TextRules() {
        this(0);
    }

    /** @throws ChatException TOO_LARGE or INVALID, field {@code text} */
    public void checkMessage(String text) {
        if (text == null || text.codePoints().allMatch(Glyphs::isInvisible)) {
            throw ChatException.invalid("text", "The message is empty. Nothing was stored.");
        }
        check("text", text, limit);
    }

    /** @throws ChatException INVALID, field {@code form} */
    public void checkForm(Map<String, String> form) {
        boolean fits = form.size() <= 20
                && form.entrySet().stream()
                        .allMatch(e -> e.getKey().length() <= 50 && e.getValue().length() <= 500)
                && JsonText.of(form).length() <= FORM_LENGTH;
        if (!fits) {
            throw ChatException.invalid(
                    "form", "At most 20 answers, names up to 50 and values up to 500 characters. Nothing was stored.");
        }
    }

    /** @param reason may be null */
    public void checkReason(String reason) {
        if (reason != null) {
            check("reason", reason, REASON_LENGTH);
        }
    }

    private static void check(String field, String text, int longest) {
        if (text.length() > longest) {
            throw ChatException.tooLarge(
                    field, "The text has " + text.length() + " characters; at most " + longest + " can be sent.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                throw ChatException.invalid(field, "The text holds a control character. Nothing was stored.");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw ChatException.invalid(field, "The text holds half a character. Nothing was stored.");
                }
                i++;
            }
        }
    }
}
