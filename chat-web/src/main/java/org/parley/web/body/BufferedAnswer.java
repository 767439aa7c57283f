package org.parley.web.body;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.web.page.SlowAnswer;

/**
 * Keeps a resource's answer until it is complete. So the resource waits for no reader, and a reader who goes away early
 * causes no log entry.
 */
final class BufferedAnswer extends HttpServletResponseWrapper {
    private static final Logger LOG = Logger.getLogger(BufferedAnswer.class.getName());

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ServletOutputStream out = new Sink();
    private final PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);

    BufferedAnswer(HttpServletResponse response) {
        super(response);
    }

    void send(HttpServletRequest request) {
        writer.flush();
        try {
            if (content.size() == 0 || isCommitted()) {
                return;
            }
            SlowAnswer.write(request, (HttpServletResponse) getResponse(), content.toByteArray());
        } catch (IOException e) {
            LOG.log(Level.FINE, "A client went away before it had its answer", e);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void flushBuffer() {
        // The whole is sent, not a part.
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        content.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        writer.flush();
        content.reset();
        super.reset();
    }

    private final class Sink extends ServletOutputStream {
        @Override
        public void write(int b) {
            content.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            content.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Resources answer at once");
        }
    }
}
