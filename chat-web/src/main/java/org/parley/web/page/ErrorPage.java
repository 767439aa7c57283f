package org.parley.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.protocol.Problem;

/** Answers the container's own refusals in our form, without the server's name and version. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(code);
        response.setCharacterEncoding("UTF-8");
        if (isForPrograms(request)) {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter().write(Problem.of(code, new ChatException(errorCode(code), sentence(code))));
        } else {
            response.setContentType("text/html");
            response.getWriter()
                    .write("<!doctype html><html lang=\"en\"><title>" + code + "</title><h1>" + sentence(code)
                            + "</h1>");
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return uri.startsWith(request.getContextPath() + "/api/")
                || uri.startsWith(request.getContextPath() + "/socket");
    }

    private static ErrorCode errorCode(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHORIZED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            default -> status < 500 ? ErrorCode.INVALID : ErrorCode.INTERNAL;
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "A token is needed; log in first.";
            case 403 -> "Your role does not allow that.";
            case 404 -> "There is nothing at this address.";
            default -> status < 500 ? "The request cannot be answered." : "A fault of the server; it is in its log.";
        };
    }
}
