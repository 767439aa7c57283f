package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.parley.api.command.Command;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Line;
import org.parley.ejb.command.LaneWriter;
import org.parley.ejb.database.Database;
import org.parley.ejb.database.KeptConnection;
import org.parley.ejb.event.CommittedEvents;
import org.parley.ejb.time.WriteTimes;

/** Makes the writers of lines; each has a connection of its own. */
@ApplicationScoped
class LineLanes implements LaneWriter.Maker {
    @Inject
    Database database;

    @Inject
    WriteTimes times;

    @Inject
    CommittedEvents events;

    @Inject
    Clock clock;

    /** Whispers have rules of their own, and are rare. */
    @Override
    public boolean takes(Command<?> command) {
        return command instanceof Line line && line.kind() != EntryKind.WHISPER;
    }

    @Override
    public LaneWriter open() {
        return new LineLane(new KeptConnection(database.dataSource()), times, events::tell, clock);
    }
}
