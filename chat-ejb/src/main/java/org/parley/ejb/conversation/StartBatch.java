package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.api.command.Command;
import org.parley.api.conversation.ConversationCommand.Start;
import org.parley.api.conversation.Started;
import org.parley.api.security.Caller;
import org.parley.ejb.command.BatchDoer;
import org.parley.ejb.command.Given;
import org.parley.ejb.conversation.log.TextRules;

/**
 * Runs starts. Those that can only open a new conversation are opened together; all others are run alone, by
 * {@link Starting}.
 */
@ApplicationScoped
class StartBatch implements BatchDoer {
    @Inject
    Starting starting;

    @Inject
    Openings openings;

    @Inject
    TextRules rules;

    @Override
    public boolean does(Class<?> type) {
        return type == Start.class;
    }

    @Override
    public String key(Caller visitor, Command<?> start) {
        return visitor.id();
    }

    @Override
    public void check(Command<?> command) {
        Start start = (Start) command;
        rules.checkForm(start.form());
        if (start.text() != null) {
            rules.checkMessage(start.text());
        }
    }

    @Override
    public void run(List<? extends Given<?, ?>> commands, boolean careful) {
        List<Given<Start, Started>> starts =
                commands.stream().map(StartBatch::start).toList();
        if (!careful) {
            openings.open(starts);
        } else if (starts.size() == 1) {
            Given<Start, Started> alone = starts.get(0);
            alone.done(starting.run(alone.caller(), alone.command()));
        } else {
            starts.forEach(Given::putOff);
        }
    }

    @SuppressWarnings("unchecked") // who has given such a command gets what its type says
    private static Given<Start, Started> start(Given<?, ?> given) {
        return (Given<Start, Started>) given;
    }
}
