package bindcheck.certificate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the build has seen: whether it was of this specification is all that is seen of it here. */
final class RecordClaims implements Claims {
  @Override
  public String kind() {
    return "record";
  }

  @Override
  public List<String> names() {
    return BuildRecord.names();
  }

  @Override
  public boolean isQuick(String name) {
    return true;
  }

  @Override
  public Map<String, String> see(String name) {
    BuildRecord kept = BuildRecord.kept(name);
    SortedMap<String, String> seen = new TreeMap<>(kept.figures());
    seen.put("of this specification", kept.isFresh() ? "yes" : "no: mvn verify makes it anew");
    return seen;
  }

  @Override
  public String limits() {
    return "kept, with the specification that they are of; mvn verify sees them again";
  }
}
