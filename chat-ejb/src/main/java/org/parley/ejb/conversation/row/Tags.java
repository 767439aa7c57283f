package org.parley.ejb.conversation.row;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parley.api.error.ChatException;

/** The stored form of tags: lower case, each once, in one column with blanks between them. */
public final class Tags {
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1,32}");
    private static final int MOST = 10;

    private Tags() {}

    /** @throws ChatException INVALID, field {@code tags} */
    public static List<String> checked(List<String> tags) {
        List<String> written = tags.stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (written.size() > MOST
                || !written.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw ChatException.invalid(
                    "tags", "At most " + MOST + " tags, each 1 to 32 letters, digits, hyphens and underscores.");
        }
        return written;
    }

    /** The tags of the column. */
    public static List<String> of(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" "));
    }
}
