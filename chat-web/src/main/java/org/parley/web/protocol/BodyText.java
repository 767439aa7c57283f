package org.parley.web.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** The text of a request's body, of limited size. */
public final class BodyText {
    private BodyText() {}

    /**
     * @param declared the request's Content-Length, and no more is read than that: a server that declines an upgrade to
     *     HTTP/2 may wait for the end of the connection otherwise; -1 when it has none
     * @param mostBytes of which one more is read and no others
     * @throws ChatException TOO_LARGE; PROTOCOL when the bytes are not UTF-8
     */
    public static String read(InputStream body, long declared, int mostBytes) throws IOException {
        byte[] bytes = body.readNBytes(declared < 0 ? mostBytes + 1 : (int) Math.min(declared, mostBytes + 1L));
        if (bytes.length > mostBytes) {
            throw ChatException.tooLarge(null, "A request's body has at most " + mostBytes + " bytes.");
        }
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
