package org.parley.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The HTTP resources; their errors are problem documents. */
@ApplicationPath("/api/v1")
public class Api extends Application {}
