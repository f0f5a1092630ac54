package io.strikewire.deploy.system;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Takes any certificate: what tests talk to made its own a moment ago. */
final class TrustsAll extends X509ExtendedTrustManager {

  static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustsAll()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has TLS", impossible);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
