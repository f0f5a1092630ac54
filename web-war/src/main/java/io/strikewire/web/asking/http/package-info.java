/** Questions about decisions over HTTP. */
@NullMarked
package io.strikewire.web.asking.http;

import org.jspecify.annotations.NullMarked;
