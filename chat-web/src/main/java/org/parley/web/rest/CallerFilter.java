package org.parley.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Tells {@link HttpCaller} which request it is. */
@Provider
public class CallerFilter implements ContainerRequestFilter {
    @Context
    HttpServletRequest request;

    @Inject
    HttpCaller caller;

    @Override
    public void filter(ContainerRequestContext context) {
        caller.comesBy(request);
    }
}
