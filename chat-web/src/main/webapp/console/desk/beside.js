/** The pages beside the desk, in one file that is loaded with the first of them. */
import '../board/blocks.js';
import '../board/board.js';
import '../visitors/visitors.js';
