package org.parley.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** The text of a request's body. */
public final class BodyText {
    private BodyText() {}

    /** @throws ChatException PROTOCOL when the bytes are not UTF-8 */
    public static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ChatException(ErrorCode.PROTOCOL, "The body is not UTF-8.");
        }
    }
}
