/** The servlet filter that asks for credentials. */
@NullMarked
package io.strikewire.web.access.http;

import org.jspecify.annotations.NullMarked;
