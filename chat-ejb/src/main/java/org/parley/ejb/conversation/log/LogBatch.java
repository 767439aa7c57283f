package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.parley.api.command.Command;
import org.parley.api.conversation.ConversationCommand.Progress;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.Line;
import org.parley.api.security.Caller;
import org.parley.ejb.command.BatchDoer;
import org.parley.ejb.command.Given;

/** Runs the most frequent commands: writes lines of many logs at once, and moves receipts (ADR-0013). */
@ApplicationScoped
class LogBatch implements BatchDoer {
    @Inject
    Appender appender;

    @Inject
    Receipts receipts;

    @Inject
    TextRules rules;

    @Override
    public boolean does(Class<?> type) {
        return Line.class.isAssignableFrom(type) || Progress.class.isAssignableFrom(type);
    }

    @Override
    public String key(Caller caller, Command<?> command) {
        ConversationId conversation =
                command instanceof Line line ? line.conversation() : ((Progress) command).conversation();
        return conversation.toString();
    }

    @Override
    public void check(Command<?> command) {
        if (command instanceof Line line) {
            rules.checkMessage(line.text());
        }
    }

    /** Lines come first: a receipt may be for one of them. */
    @Override
    public void run(List<? extends Given<?, ?>> commands, boolean careful) {
        List<Given<Line, Entry>> lines = only(Line.class, commands);
        if (!lines.isEmpty()) {
            appender.append(lines, careful);
        }
        List<Given<Progress, Void>> progress = only(Progress.class, commands);
        if (!progress.isEmpty()) {
            receipts.move(progress);
        }
    }

    @SuppressWarnings("unchecked") // who has given such a command gets what its type says
    private static <C extends Command<R>, R> List<Given<C, R>> only(
            Class<C> kind, List<? extends Given<?, ?>> commands) {
        return commands.stream()
                .filter(given -> kind.isInstance(given.command()))
                .map(given -> (Given<C, R>) given)
                .toList();
    }
}
