package org.parley.web.security;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/** Tells the container whom {@link TokenMechanism} admits (ADR-0035). */
final class TokenModule implements ServerAuthModule {
    private static final String IS_PROTECTED = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    private final TokenMechanism tokens;
    private CallbackHandler container;

    TokenModule(TokenMechanism tokens) {
        this.tokens = tokens;
    }

    @Override
    public void initialize(
            MessagePolicy ofRequest, MessagePolicy ofResponse, CallbackHandler handler, Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
        boolean isProtected =
                Boolean.parseBoolean(String.valueOf(message.getMap().get(IS_PROTECTED)));
        if (!tokens.admit(request, response, isProtected)) {
            return AuthStatus.SEND_FAILURE;
        }
        Identity identity = (Identity) request.getAttribute(TokenMechanism.IDENTITY);
        if (identity == null) {
            tell(new CallerPrincipalCallback(client, (Principal) null));
        } else {
            tell(
                    new CallerPrincipalCallback(client, identity.principalName()),
                    new GroupPrincipalCallback(client, identity.groups().toArray(String[]::new)));
        }
        return AuthStatus.SUCCESS;
    }

    private void tell(Callback... callbacks) throws AuthException {
        try {
            container.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException e) {
            throw (AuthException) new AuthException("The container did not take the caller").initCause(e);
        }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
        if (subject != null) {
            subject.getPrincipals().clear();
        }
    }
}
