/** The pages beside the desk, in one file that is loaded with the first of them. */
import './blocks.js';
import './board.js';
import './visitors.js';
