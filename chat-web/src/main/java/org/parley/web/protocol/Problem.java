package org.parley.web.protocol;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.api.error.ChatException;
import org.parley.web.json.Json;

/** An error over HTTP: a problem document (RFC 9457) with the contract's {@code code}. */
public final class Problem {
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** Answers the request with it. */
    public static void send(HttpServletResponse response, ChatException error) throws IOException {
        response.setStatus(error.code().httpStatus());
        if (error.retryAfter() > 0) {
            response.setHeader("Retry-After", Integer.toString(error.retryAfter()));
        }
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(of(error));
    }

    public static String of(ChatException error) {
        return of(error.code().httpStatus(), error);
    }

    /** @param status of the answer, when it says more than the code's own */
    public static String of(int status, ChatException error) {
        return Json.object(o -> o.put("type", "about:blank")
                .put("title", error.code().wire())
                .put("status", status)
                .put("detail", error.getMessage())
                .put("code", error.code().wire())
                .put("field", error.field())
                .put("retryAfter", error.retryAfter() > 0 ? error.retryAfter() : null));
    }
}
