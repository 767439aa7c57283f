package org.parley.web.body;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executor;
import org.parley.api.error.ChatException;
import org.parley.web.limit.ClientAddresses;
import org.parley.web.limit.EarlyLimit;
import org.parley.web.page.SlowAnswer;
import org.parley.web.protocol.Problem;
import org.parley.web.security.TokenMechanism;

/**
 * Gives the resources requests with their whole body. A client that sends nothing, or drips, holds no thread. Polls
 * read their bodies by the same {@link Bodies}.
 */
public class BodyFilter implements Filter {
    private static final int MOST_BYTES = 65_536;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String CALLER = BodyFilter.class.getName();
    private static final byte[] NONE = {};

    @Inject
    Bodies bodies;

    @Inject
    Instance<EarlyLimit> limits;

    @Inject
    ClientAddresses addresses;

    @Inject
    Instance<RequestContextController> scopes;

    @Resource
    ContextService contexts;

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        HttpServletResponse response = (HttpServletResponse) answer;
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            goOn(request, response, chain);
            return;
        }
        String path = path(request);
        if (path.equals("/api/v1/poll") || path.equals("/socket")) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/api/") && WITH_BODY.contains(request.getMethod())) {
            readFirst(request, response, chain);
        } else {
            if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
                response.setHeader("Connection", "close"); // nobody reads it
            }
            answer(new BodyRequest(request, NONE), response, chain);
        }
    }

    private void readFirst(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body;
        try {
            body = bodies.arrived(request, MOST_BYTES);
            if (body == null) {
                askLimits(request);
            }
        } catch (ChatException e) {
            response.setHeader("Connection", "close");
            Problem.send(response, e);
            return;
        }
        if (body != null) {
            answer(new BodyRequest(request, body), response, chain);
            return;
        }
        request.setAttribute(CALLER, contexts.currentContextExecutor());
        BodyRequest complete = new BodyRequest(request, NONE);
        complete.keepRoles();
        AsyncContext async = request.startAsync(complete, response);
        async.setTimeout(bodies.patience().toMillis() + SlowAnswer.PATIENCE_MILLIS); // the body has its own deadline
        bodies.read(request, async, MOST_BYTES, content -> {
            complete.bring(content);
            async.dispatch();
        });
    }

    private void askLimits(HttpServletRequest request) {
        boolean isKnown = request.getAttribute(TokenMechanism.IDENTITY) != null;
        String network = addresses.of(request).network();
        limits.stream()
                .filter(limit -> limit.path().equals(path(request)))
                .forEach(limit -> limit.ask(network, isKnown));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Goes on with the whole body. Not all servers know the caller or a request scope on this thread. */
    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        ((Executor) request.getAttribute(CALLER)).execute(() -> {
            RequestContextController scope = scopes.get();
            boolean activated = scope.activate();
            try {
                answer(request, response, chain);
            } catch (IOException | ServletException e) {
                throw new IllegalStateException(e);
            } finally {
                if (activated) {
                    scope.deactivate();
                }
                scopes.destroy(scope);
            }
        });
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BufferedAnswer answer = new BufferedAnswer(response);
        chain.doFilter(request, answer);
        answer.send(request);
    }
}
