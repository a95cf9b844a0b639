package bindcheck.spark;

import java.io.Serializable;

/**
 * By what a corpus is judged.
 *
 * @param variant who judges
 * @param mostMembers how many states may be held for one history
 * @param seconds how long one history may take
 */
record Terms(String variant, long mostMembers, long seconds) implements Serializable {}
