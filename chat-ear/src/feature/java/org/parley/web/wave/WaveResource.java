package org.parley.web.wave;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.api.command.Commands;
import org.parley.api.wave.WaveCommand.Wave;
import org.parley.web.json.Fields;
import org.parley.web.json.Json;
import org.parley.web.rest.HttpCaller;

/** Waves over HTTP. */
@Path("waves")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WaveResource {
    @Inject
    Commands commands;

    @Inject
    HttpCaller http;

    @POST
    public String wave(Fields body) {
        long waves = commands.run(http.required(), new Wave(body.text("hand"), body.text("id")));
        return Json.object(o -> o.put("waves", waves));
    }
}
