/** The application server in this process. */
@NullMarked
package io.strikewire.deploy.server;

import org.jspecify.annotations.NullMarked;
