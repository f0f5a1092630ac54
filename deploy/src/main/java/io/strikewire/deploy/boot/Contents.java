package io.strikewire.deploy.boot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What an artifact is made of, by its own bills of materials.
 *
 * @param parts each once, by name
 */
public record Contents(List<Part> parts) {

  private static final String LAUNCHER = "META-INF/sbom/deploy.cdx.xml";
  private static final String APPLICATION = "runtime/app/ROOT.war";
  private static final String INSIDE = "WEB-INF/classes/META-INF/sbom/web-war.cdx.xml";

  /**
   * One library.
   *
   * @param licences their names; empty when its maker named none
   */
  public record Part(String group, String name, String version, String licences)
      implements Comparable<Part> {

    /** The part as a line of a list. */
    public String line() {
      return group
          + ":"
          + name
          + ":"
          + version
          + "  "
          + (licences.isEmpty() ? "none named" : licences);
    }

    @Override
    public int compareTo(Part other) {
      return line().compareTo(other.line());
    }
  }

  /** Of the jar that was started, the application in it included. */
  public static Contents ofTheJar() throws IOException {
    TreeSet<Part> all = new TreeSet<>();
    try (JarFile jar = new JarFile(RuntimeFiles.jar().toFile())) {
      try (InputStream bill = entry(jar, LAUNCHER)) {
        all.addAll(read(bill));
      }
      try (ZipInputStream war = new ZipInputStream(entry(jar, APPLICATION))) {
        for (ZipEntry next = war.getNextEntry(); next != null; next = war.getNextEntry()) {
          if (next.getName().equals(INSIDE)) {
            all.addAll(read(new ByteArrayInputStream(war.readAllBytes())));
          }
        }
      }
    }
    return new Contents(List.copyOf(all));
  }

  private static InputStream entry(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    if (entry == null) {
      throw new IOException("the jar has no " + name);
    }
    return jar.getInputStream(entry);
  }

  private static List<Part> read(InputStream bill) throws IOException {
    List<Part> parts = new ArrayList<>();
    Element bom;
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      bom = factory.newDocumentBuilder().parse(bill).getDocumentElement();
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException("a bill of materials cannot be read", unreadable);
    }
    NodeList components = bom.getElementsByTagName("component");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      // Components of the tools that wrote the bill are none of the artifact's.
      if (component.getParentNode().getParentNode() == bom) {
        parts.add(
            new Part(
                text(component, "group"),
                text(component, "name"),
                text(component, "version"),
                licences(component)));
      }
    }
    return parts;
  }

  private static String licences(Element component) {
    List<String> names = new ArrayList<>();
    NodeList licences = component.getElementsByTagName("license");
    for (int i = 0; i < licences.getLength(); i++) {
      Element licence = (Element) licences.item(i);
      String id = text(licence, "id");
      names.add(id.isEmpty() ? text(licence, "name") : id);
    }
    NodeList expressions = component.getElementsByTagName("expression");
    for (int i = 0; i < expressions.getLength(); i++) {
      names.add(expressions.item(i).getTextContent());
    }
    return String.join(", ", names);
  }

  private static String text(Element element, String child) {
    NodeList found = element.getElementsByTagName(child);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
