package org.parley.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.protocol.Fields;

/** Reads a request's JSON object, of limited size, with the same errors as a frame's. */
@Provider
@Consumes(MediaType.WILDCARD)
public class Body implements MessageBodyReader<Fields> {
    private static final int MOST_BYTES = 65_536;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Fields.class;
    }

    @Override
    public Fields readFrom(
            Class<Fields> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ChatException.tooLarge(null, "A request's body has at most " + MOST_BYTES + " bytes.");
        }
        try {
            return Fields.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new ChatException(ErrorCode.PROTOCOL, "The body is not UTF-8.");
        }
    }
}
