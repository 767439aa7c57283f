package org.parley.web.body;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Timer;
import org.parley.web.limit.ClientAddresses;
import org.parley.web.page.Departure;
import org.parley.web.protocol.Problem;

/**
 * Reads the bodies of requests. No thread waits for one: the rest of a body is read as it comes, until a deadline for
 * the whole. The number of unfinished bodies is limited, and checked before anything is read.
 */
@ApplicationScoped
public class Bodies {
    private static final Logger LOG = Logger.getLogger(Bodies.class.getName());
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final byte[] NONE = {};

    @Inject
    ClientAddresses addresses;

    @Inject
    Clock clock;

    @Inject
    Timer timer;

    @Resource
    ManagedExecutorService executor;

    @Inject
    @ConfigProperty(name = "parley.body.seconds")
    int seconds;

    @Inject
    @ConfigProperty(name = "parley.body.unfinished")
    int most;

    @Inject
    @ConfigProperty(name = "parley.body.unfinished-per-address")
    int mostPerAddress;

    private final Set<UnfinishedBody> unfinished = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer.every(LOOK, "Ending of requests whose body is late", this::endLate);
    }

    /** How long a whole body may take. */
    public Duration patience() {
        return Duration.ofSeconds(seconds);
    }

    /**
     * The body, if it came with the head of the request.
     *
     * @return null when it has yet to come: {@link #read} it
     * @throws ChatException TOO_LARGE when the request announces a longer one
     */
    public byte[] arrived(HttpServletRequest request, int mostBytes) throws IOException {
        long length = request.getContentLengthLong();
        if (length > mostBytes) {
            throw tooLarge(mostBytes);
        }
        if (length <= 0) {
            return request.getHeader("Transfer-Encoding") == null ? NONE : null;
        }
        ServletInputStream stream = request.getInputStream();
        return stream.available() < length ? null : stream.readNBytes((int) length);
    }

    /**
     * Reads a body as it comes. A request whose body is late or too long is answered here.
     *
     * @param async the request's asynchronous processing
     * @param then gets the body, on any thread, and may go on with the request there
     */
    public void read(HttpServletRequest request, AsyncContext async, int mostBytes, Consumer<byte[]> then)
            throws IOException {
        Instant deadline = clock.instant().plusSeconds(seconds);
        Departure departure = new Departure(async);
        String address = addresses.of(request).network();
        UnfinishedBody body = new UnfinishedBody(
                request.getInputStream(),
                request.getContentLengthLong(),
                mostBytes,
                deadline,
                content -> {
                    departure.await();
                    then.accept(content);
                },
                error -> {
                    departure.await();
                    refuse(async, error);
                },
                over -> {
                    unfinished.remove(over);
                    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
                });
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        unfinished.add(body);
        if (unfinished.size() > most) {
            body.fail(ChatException.unavailable(tooMany("requests"), seconds));
        } else if (ofAddress > mostPerAddress) {
            body.fail(ChatException.rateLimited(tooMany("requests from this address"), seconds));
        } else {
            request.getInputStream().setReadListener(body);
        }
    }

    private String tooMany(String what) {
        return "Too many " + what + " are unfinished. Try again in " + seconds + " seconds.";
    }

    /** Answers, and ends the connection, because the rest of the body is no next request. */
    private static void refuse(AsyncContext async, ChatException error) {
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        try {
            response.setHeader("Connection", "close");
            Problem.send(response, error);
            async.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A client went away within its request", e);
        }
    }

    static ChatException tooLarge(int mostBytes) {
        return ChatException.tooLarge(null, "A request's body has at most " + mostBytes + " bytes.");
    }

    private void endLate() {
        Instant now = clock.instant();
        for (UnfinishedBody body : unfinished) {
            if (body.isLate(now)) {
                body.giveUp(executor);
            }
        }
    }
}
