package org.parley.web.socket;

/**
 * Puts the parts of a text message together, up to a limit. The container would close the connection on an overlong
 * message; the protocol answers it with an error.
 */
final class FrameAssembler {
    private final int limit;
    /** Null between messages, because there are many connections, and most are quiet. */
    private StringBuilder parts;

    private long bytes;

    /** @param limit bytes of UTF-8 */
    FrameAssembler(int limit) {
        this.limit = limit;
    }

    /** @return the whole message; null while more is to come, or when it was too long ({@link #wasTooLong()}) */
    String add(String part, boolean last) {
        bytes += utf8Length(part);
        if (wasTooLong()) {
            parts = null;
            return null;
        }
        if (last && parts == null) {
            reset();
            return part;
        }
        if (parts == null) {
            parts = new StringBuilder();
        }
        parts.append(part);
        if (!last) {
            return null;
        }
        String message = parts.toString();
        reset();
        return message;
    }

    boolean wasTooLong() {
        return bytes > limit;
    }

    void reset() {
        parts = null;
        bytes = 0;
    }

    private static long utf8Length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair stands for two of its four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
