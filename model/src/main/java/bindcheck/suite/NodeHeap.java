package bindcheck.suite;

import java.util.Arrays;

/** A binary heap of nodes by distance, in which a node's distance can be lowered. */
final class NodeHeap {
  private static final int ABSENT = -1;

  private final long[] distance;
  private final int[] heap;
  private final int[] place;
  private int size;

  /** Starts empty, with every node at distance {@link Long#MAX_VALUE}. */
  NodeHeap(int nodes) {
    distance = new long[nodes];
    heap = new int[nodes];
    place = new int[nodes];
    clear();
  }

  void clear() {
    size = 0;
    Arrays.fill(distance, Long.MAX_VALUE);
    Arrays.fill(place, ABSENT);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The least distance that the node was given since the heap was cleared. */
  long distance(int node) {
    return distance[node];
  }

  /** Gives the node this distance, if it is less than the one it has. */
  void lower(int node, long candidate) {
    if (candidate >= distance[node]) {
      return;
    }
    distance[node] = candidate;
    if (place[node] == ABSENT) {
      place[node] = size;
      heap[size++] = node;
    }
    siftUp(place[node], node);
  }

  /** Removes a node of the least distance. */
  int removeLeast() {
    int least = heap[0];
    place[least] = ABSENT;
    int last = heap[--size];
    if (size > 0) {
      siftDown(last);
    }
    return least;
  }

  private void siftUp(int from, int node) {
    int at = from;
    while (at > 0 && distance[heap[(at - 1) / 2]] > distance[node]) {
      put(at, heap[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(at, node);
  }

  private void siftDown(int node) {
    int at = 0;
    int child = lesserChild(at);
    while (child < size && distance[heap[child]] < distance[node]) {
      put(at, heap[child]);
      at = child;
      child = lesserChild(at);
    }
    put(at, node);
  }

  /** The place of the child with the lesser distance, or a place past the end. */
  private int lesserChild(int at) {
    int left = 2 * at + 1;
    int right = left + 1;
    return right < size && distance[heap[right]] < distance[heap[left]] ? right : left;
  }

  private void put(int at, int node) {
    heap[at] = node;
    place[node] = at;
  }
}
