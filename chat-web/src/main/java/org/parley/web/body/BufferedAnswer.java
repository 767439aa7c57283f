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
 * Keeps what a resource answers until it is complete. So the resource waits for no reader, and whoever goes away early
 * makes no noise in its log. A resource that answers later, on a thread of its own, writes through.
 */
final class BufferedAnswer extends HttpServletResponseWrapper {
    private static final Logger LOG = Logger.getLogger(BufferedAnswer.class.getName());

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ServletOutputStream out = new Sink();
    private final PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    private boolean isThrough;

    BufferedAnswer(HttpServletResponse response) {
        super(response);
    }

    void send(HttpServletRequest request) {
        writer.flush();
        try {
            if (request.isAsyncStarted()) {
                writeThrough();
                return;
            }
            if (content.size() == 0 || isCommitted()) {
                return;
            }
            SlowAnswer.write(request, (HttpServletResponse) getResponse(), content.toByteArray());
        } catch (IOException e) {
            LOG.log(Level.FINE, "A client went away before it had its answer", e);
        }
    }

    private void writeThrough() throws IOException {
        synchronized (content) {
            isThrough = true;
            if (content.size() > 0) {
                getResponse().getOutputStream().write(content.toByteArray());
            }
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
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (content) {
                if (isThrough) {
                    getResponse().getOutputStream().write(bytes, offset, length);
                } else {
                    content.write(bytes, offset, length);
                }
            }
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
