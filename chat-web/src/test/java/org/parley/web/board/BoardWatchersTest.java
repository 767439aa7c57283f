package org.parley.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.api.routing.Board;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Doubles;

class BoardWatchersTest {
    private Board now = board(0);
    private int reads;
    private final BoardWatchers watchers = new BoardWatchers(device -> {
        reads++;
        return now;
    });
    private final List<String> sams = new ArrayList<>();
    private final List<String> adas = new ArrayList<>();
    private final Connection sam = Doubles.supervisor(sams);
    private final Connection ada = Doubles.supervisor(adas);

    @Test
    void aWatcherShouldBeToldAtOnceAndThenOnlyWhatIsNew() {
        watchers.begin(sam, board(0));
        watchers.look();
        assertThat(sams).containsExactly(BoardFrame.frame(board(0)));

        now = board(1);
        watchers.look();
        watchers.look();
        assertThat(sams).containsExactly(BoardFrame.frame(board(0)), BoardFrame.frame(board(1)));
    }

    @Test
    void whoKnowsItAlreadyShouldNotBeToldWithTheOthers() {
        watchers.begin(sam, board(0));
        now = board(1);
        watchers.begin(ada, board(1));

        watchers.look();

        assertThat(sams).hasSize(2);
        assertThat(adas).containsExactly(BoardFrame.frame(board(1)));
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void anOlderBoardShouldBeMadeGood() {
        watchers.begin(sam, board(0));
        now = board(1);
        watchers.look();
        watchers.begin(sam, board(0));

        watchers.look();

        assertThat(sams).last().isEqualTo(BoardFrame.frame(board(1)));
    }

    @Test
    void whoHasGoneOrLooksAwayShouldNotBeTold() {
        watchers.begin(sam, board(0));
        watchers.begin(ada, board(0));
        watchers.end(sam);
        ada.gone();
        now = board(1);

        watchers.look();
        assertThat(reads).isZero();
        assertThat(sams).hasSize(1);
    }

    private static Board board(long nobodys) {
        return new Board(List.of(), List.of(), nobodys);
    }
}
