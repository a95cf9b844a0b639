package bindcheck.spec;

import bindcheck.file.Excerpt;
import bindcheck.file.InputException;
import bindcheck.file.TextFile;
import bindcheck.tla.LeftOut;
import bindcheck.tla.Program;
import bindcheck.tla.SanyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDefNode;

/**
 * A module of a user's that says what is tried: every operator of it whose name ends in {@code
 * Scene} is a scene, of the kernel and the calls in progress, or of as many of these as it needs.
 */
public final class SceneFile {
  private static final Pattern NAME = Pattern.compile("([A-Za-z]\\w*)\\.tla");
  private static final Pattern SCENE = Pattern.compile("([A-Za-z]\\w*)Scene");

  /** The kernel, and the calls in progress. */
  private static final int MOST_PARAMETERS = 2;

  private final Path file;
  private final String module;
  private final int mostEdges;
  private final Map<String, LeftOut> leftOut = new HashMap<>();

  private SceneFile(Path file, String module, int mostEdges) {
    this.file = file;
    this.module = module;
    this.mostEdges = mostEdges;
  }

  /**
   * The specification with the scenes of that file in the place of its suites.
   *
   * @param mostEdges how many edges the graph of a scene may have
   * @throws InputException if it is no module, defines no scene, or one that has not the form
   */
  public static SpecModule load(Path file, int mostEdges) {
    String text = TextFile.read(file, "a module of scenes");
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      throw new InputException(file, "expected a module in a file of its name, such as Mine.tla");
    }
    return new SceneFile(file, name.group(1), mostEdges).read(text);
  }

  private SpecModule read(String text) {
    UserModule parsed = UserModule.parse(file, module, text);
    Program program =
        new Program(SanyReader.read(parsed.root(), new ExprNode[0], parsed::valueOf, leftOut::put));
    SpecModule packaged = new SpecModule(program);
    Set<String> suites = SceneSpec.suites(packaged);
    Set<String> names = new HashSet<>(SceneSpec.packaged(packaged));
    List<OwnScene> scenes = new ArrayList<>();
    for (OpDefNode operator : parsed.own().getOpDefs()) {
      if (isScene(operator)) {
        OwnScene scene = scene(operator);
        if (!names.add(scene.name())) {
          throw scene.wrong(
              "expected a name that no other scene has, here or in the specification");
        }
        new SceneForm(scene).require(scene.unopened(packaged), suites);
        scenes.add(scene);
      }
    }
    if (scenes.isEmpty()) {
      throw new InputException(
          file, "expected an operator whose name ends in Scene, such as MineScene(k), found none");
    }
    return new SpecModule(program, scenes);
  }

  private boolean isScene(OpDefNode operator) {
    return !operator.isLocal()
        && operator.getOriginallyDefinedInModuleNode().getName().toString().equals(module)
        && SCENE.matcher(operator.getName().toString()).matches();
  }

  private OwnScene scene(OpDefNode operator) {
    Matcher name = SCENE.matcher(operator.getName().toString());
    name.matches();
    FormalParamNode[] parameters = operator.getParams();
    OwnScene scene =
        new OwnScene(
            name.group(1).toLowerCase(Locale.ROOT),
            operator.getName().toString(),
            parameters.length,
            file.toString(),
            operator.getLocation().beginLine(),
            mostEdges);
    boolean areValues = true;
    for (FormalParamNode parameter : parameters) {
      areValues &= parameter.getArity() == 0;
    }
    if (parameters.length > MOST_PARAMETERS || !areValues) {
      throw scene.wrong("expected parameters as in %s(k, calls)".formatted(scene.operator()));
    }
    LeftOut why = leftOut.get(scene.operator());
    if (why != null) {
      throw new InputException(
          why.module().equals(module) ? file.toString() : why.module(),
          why.line(),
          "scene %s: expected what can be evaluated in one state, found %s"
              .formatted(scene.name(), Excerpt.of(why.what())));
    }
    return scene;
  }
}
