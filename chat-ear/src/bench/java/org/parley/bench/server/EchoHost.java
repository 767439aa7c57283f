package org.parley.bench.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.parley.it.server.MicroCommand;
import org.parley.it.server.Ports;
import org.parley.it.server.ServerProcess;
import org.parley.it.server.Workshop;

/** Payara Micro with the echo endpoints. */
public final class EchoHost implements Host {

    private final String name;
    private final int port = Ports.free();
    private final ServerProcess process;

    private EchoHost(String name, boolean tuned, Trial trial) {
        this.name = name;
        Path folder = Workshop.folder(name.replace(' ', '-'));
        MicroCommand command = new MicroCommand(EchoWar.in(folder, tuned)).option(Trial.HEAP);
        if (tuned) {
            command.shipped();
            trial.options().forEach(command::option);
            trial.commands().forEach(command::administer);
            trial.lateCommands().forEach(command::administerLate);
        }
        List<String> line = command.line(folder, port);
        process = new ServerProcess(line, Map.of(), folder, folder.resolve("server.log"));
        process.awaitHealth(URI.create("http://localhost:" + port + "/echo/"));
    }

    /** As Payara Micro comes. */
    public static EchoHost plain() {
        return new EchoHost("echo default", false, Trial.NONE);
    }

    /** With the settings that Parley ships, its work-around for the sockets' container, and a trial's settings. */
    public static EchoHost tuned(Trial trial) {
        return new EchoHost("echo tuned", true, trial);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI socket() {
        return URI.create("ws://localhost:" + port + "/echo/socket");
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop();
    }
}
