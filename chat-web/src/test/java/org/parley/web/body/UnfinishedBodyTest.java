package org.parley.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfinishedBodyTest {
    private final List<String> bodies = new ArrayList<>();

    @Test
    void bodyShouldBeOverOnceItIsAsLongAsAnnounced() throws IOException {
        UnfinishedBody body = body(new Endless("{}"), 2);

        body.onDataAvailable();
        body.onAllDataRead();

        assertThat(bodies).containsExactly("{}");
    }

    @Test
    void nextRequestShouldNotBeRead() throws IOException {
        Endless stream = new Endless("{}GET / HTTP/1.1");

        body(stream, 2).onDataAvailable();

        assertThat(bodies).containsExactly("{}");
        assertThat(stream.available()).isEqualTo("GET / HTTP/1.1".length());
    }

    @Test
    void bodyOfUnknownLengthShouldLastUntilTheServerSaysSo() throws IOException {
        UnfinishedBody body = body(new Endless("{}"), -1);

        body.onDataAvailable();
        assertThat(bodies).isEmpty();

        body.onAllDataRead();
        assertThat(bodies).containsExactly("{}");
    }

    private UnfinishedBody body(ServletInputStream stream, long length) {
        return new UnfinishedBody(
                stream,
                length,
                100,
                Instant.MAX,
                content -> bodies.add(new String(content, StandardCharsets.UTF_8)),
                error -> bodies.add(error.getMessage()),
                over -> {});
    }

    /** What has come so far; more may follow, as far as it knows. */
    private static final class Endless extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Endless(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return bytes.available() > 0;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] part, int from, int length) {
            return bytes.read(part, from, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }
    }
}
