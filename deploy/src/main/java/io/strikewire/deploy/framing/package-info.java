/** Which HTTP/1 requests mean one thing only: where each begins and ends, and in what time. */
@NullMarked
package io.strikewire.deploy.framing;

import org.jspecify.annotations.NullMarked;
