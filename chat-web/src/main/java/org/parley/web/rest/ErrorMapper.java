package org.parley.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.protocol.Fault;
import org.parley.web.protocol.Problem;

/** Answers every failure as a problem document. */
@Provider
public class ErrorMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class.getName());

    @Override
    public Response toResponse(Exception exception) {
        if (exception instanceof WebApplicationException web && !(web.getCause() instanceof ChatException)) {
            int status = web.getResponse().getStatus();
            ErrorCode code =
                    status == 404 ? ErrorCode.NOT_FOUND : status < 500 ? ErrorCode.INVALID : ErrorCode.INTERNAL;
            return problem(status, new ChatException(code, "HTTP status " + status + "."));
        }
        ChatException refusal = refusal(exception);
        return problem(refusal.code().httpStatus(), refusal);
    }

    /** Why a request failed. Faults of ours are logged. */
    static ChatException refusal(Exception exception) {
        if (exception instanceof ChatException refusal) {
            return refusal;
        }
        if (exception.getCause() instanceof ChatException refusal) {
            return refusal;
        }
        if (Fault.isDenied(exception)) {
            return ChatException.forbidden("Your role does not allow that.");
        }
        LOG.log(Level.WARNING, "A request failed", exception);
        return Fault.of(exception);
    }

    private static Response problem(int status, ChatException error) {
        Response.ResponseBuilder response =
                Response.status(status).type(Problem.MEDIA_TYPE).entity(Problem.of(status, error));
        if (error.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, error.retryAfter());
        }
        return response.build();
    }
}
